"""A home that a whole run against the replica has filled, made once for all tests that only read it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.settings import Settings

SVODKA = Path(sys.executable).with_name("svodka")

# A shell starts what runs in the background deaf to Ctrl-C, and what a test interrupts would inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def replica_run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """The report of `svodka run --replica --json` into a fresh home, with the home's path as `home`."""
    home = tmp_path_factory.mktemp("replica-home")
    finished = subprocess.run(
        [SVODKA, "run", "--replica", "--json"],
        env={"SVODKA_HOME": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=True,
        timeout=600,
    )
    return {**json.loads(finished.stdout), "home": str(home)}


@pytest.fixture(scope="session")
def replica_settings(replica_run: dict[str, object]) -> Settings:
    """Settings of that home. Read only: other tests use it too."""
    return Settings(home=Path(str(replica_run["home"])))
