"""Measuring all contenders in turn, round after round.

Belongs here: processes, rounds, medians and ratios. Does not belong here: the report (`report`).

A round runs every contender once, each in a fresh process on one core: it reads one half of the
texts to warm up, as a process that has been at work for a while, and is measured on the other half,
which it has not seen. Seconds are of processor time. Ratios are taken within a round and their
median is reported, so that a machine that is busy with something else now and then does not decide.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.extraction.contenders import Contender, Environment
from benchmarks.extraction.texts import halves

ROOT = Path(__file__).resolve().parents[2]
BENCH_PYTHON = ROOT / ".tools" / "bench" / "bin" / "python"
_TIME_LIMIT_S = 600
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_ONE_THREAD = dict.fromkeys(_THREADS, "1")


@dataclass(frozen=True, slots=True)
class Run:
    """One contender in one round."""

    start_up_s: float
    seconds: float
    seconds_again: float
    characters: int
    found: int
    peak_rss_mb: float

    @property
    def speed(self) -> float:
        """Characters per second of processor time."""
        return self.characters / self.seconds

    @property
    def speed_again(self) -> float:
        """The same when the process has read these very texts before."""
        return self.characters / self.seconds_again


@dataclass(frozen=True, slots=True)
class Standing:
    """A contender over all rounds, in medians.

    Attributes:
        contender: Who.
        speed: Characters per second on one core.
        slowest: The least speed of a round.
        fastest: The greatest speed of a round.
        speed_again: Characters per second on texts that the process has read before: what is left when
            every word is in a cache.
        ratio: Speed as a multiple of the yardstick's in the same round, None without a yardstick.
        start_up_s: Seconds from the start of the process to the first text read.
        peak_rss_mb: Most memory the process ever held, in MiB.
    """

    contender: Contender
    speed: float
    slowest: float
    fastest: float
    speed_again: float
    ratio: float | None
    start_up_s: float
    peak_rss_mb: float


def child_environment() -> dict[str, str]:
    """The environment of a measured process: one thread, our packages importable."""
    return {**os.environ, **_ONE_THREAD, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}


def measure(contenders: Sequence[Contender], texts: list[str], rounds: int) -> list[dict[str, Run]]:
    """The runs of each round by contender."""
    outcome: list[dict[str, Run]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            path = Path(folder) / f"{number}.json"
            path.write_text(json.dumps(halves(texts, swap=number % 2 == 1)), encoding="utf-8")
            outcome.append({contender.name: _run(contender, path) for contender in contenders})
    return outcome


def is_installed(contender: Contender) -> bool:
    """Whether the environment of a contender is there."""
    return contender.environment is Environment.PROJECT or BENCH_PYTHON.exists()


def standings(
    contenders: Sequence[Contender], rounds: Sequence[dict[str, Run]], yardstick: str
) -> list[Standing]:
    """Medians of each contender, ratios against the contender named `yardstick` where it took part."""
    return [_standing(contender, rounds, yardstick) for contender in contenders]


def _run(contender: Contender, texts: Path) -> Run:
    python = sys.executable if contender.environment is Environment.PROJECT else str(BENCH_PYTHON)
    command = [python, "-m", "benchmarks.extraction.worker", contender.name, str(texts), repr(time.time())]
    done = subprocess.run(  # noqa: S603 - our own worker with our own arguments
        command, check=True, capture_output=True, text=True, timeout=_TIME_LIMIT_S, env=child_environment()
    )
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def _standing(contender: Contender, rounds: Sequence[dict[str, Run]], yardstick: str) -> Standing:
    runs = [found[contender.name] for found in rounds]
    ratios = [found[contender.name].speed / found[yardstick].speed for found in rounds if yardstick in found]
    return Standing(
        contender=contender,
        speed=median(run.speed for run in runs),
        slowest=min(run.speed for run in runs),
        fastest=max(run.speed for run in runs),
        speed_again=median(run.speed_again for run in runs),
        ratio=median(ratios) if ratios else None,
        start_up_s=median(run.start_up_s for run in runs),
        peak_rss_mb=median(run.peak_rss_mb for run in runs),
    )
