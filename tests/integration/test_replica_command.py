"""`python -m pipeline.replica`, as a person runs it."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

RELEASES = Path(__file__).parent.parent / "unit" / "replica" / "releases"
COMMAND = [sys.executable, "-m", "pipeline.replica"]


def test_it_prints_its_address_serves_and_stops_on_interrupt() -> None:
    with subprocess.Popen(
        [*COMMAND, "--fixtures", str(RELEASES), "--edition", "2"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        address = re.match(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
        assert address is not None
        query = {"query": '{ news(projects: "eq:minfin") { id } }'}
        answer = httpx.post(f"{address[0]}/graphql", json=query).json()
        process.send_signal(signal.SIGINT)

        assert process.wait(30) == 0
    assert answer == {"data": {"news": [{"id": "1005"}]}}


def test_folder_without_releases_is_one_clear_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "--fixtures", str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 1
    assert done.stderr == f"replica: no release files in {tmp_path}; expected <slug>/<id>.html\n"
