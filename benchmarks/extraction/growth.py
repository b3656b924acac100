"""Time against length: does any kind of text take more than linear time?

Belongs here: the patterns, growing texts, and the exponent of growth. Does not belong here: speed
on real texts (`rounds`).
"""

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.extraction.rounds import ROOT, child_environment
from benchmarks.extraction.texts import load_texts

SIZES = (15_625, 62_500, 250_000, 1_000_000)
TIME_LIMIT_S = 400
_MEMORY_LIMIT_BYTES = 6 * 1024**3
PROSE = "real texts"
# What is repeated up to the wanted length.
PATTERNS = {
    "digits": "7",
    "digit groups": "777 ",
    "digits and dots": "1.",
    "digits and commas": "1,",
    "digits and dashes": "1-",
    "digits and slashes": "1/",
    "digits and colons": "1:",
    "ranges": "5–10 ",
    "dots": ".",
    "spaces": " ",
    "line ends": "\n",
    "numbers on lines": "15\n",
    "brackets": "(",
    "bracketed numbers": "(1) ",
    "quotation marks": "«1 ",
    "percent signs": "%",
    "number words": "двадцать пять ",
    "scale words": "миллион ",
    "scaled numbers": "1 млн ",
    "number signs": "№ 1, ",
    "years": "2025 ",
    "months": "5 мая ",
    "street numbers": "ул. 1 ",
    "letters": "я",
    "words": "и ",
    "capitals and dots": "А. ",
    "table rows": "1 | 2\n",
    "list items": "- 1\n",
    PROSE: "",
}


@dataclass(frozen=True, slots=True)
class Growth:
    """One pattern under one syntax provider.

    Attributes:
        pattern: Its name in `PATTERNS`.
        syntax: The provider.
        seconds: Processor seconds for each length that ended in time.
        exponent: Slope of log time over log length between the last two lengths; 1 is linear.
        failure: Why the greatest length was not reached, "" if it was.
    """

    pattern: str
    syntax: str
    seconds: dict[int, float]
    exponent: float | None
    failure: str


def grow(syntaxes: Iterable[str], patterns: Iterable[str] = PATTERNS) -> Iterator[Growth]:
    """Measures every pattern under every provider, each in a process of its own with limits."""
    names = tuple(patterns)
    for syntax in syntaxes:
        for pattern in names:
            yield _measure(pattern, syntax)


def _measure(pattern: str, syntax: str) -> Growth:
    command = [sys.executable, "-m", "benchmarks.extraction.growth", pattern, syntax]
    failure = ""
    try:
        done = subprocess.run(  # noqa: S603 - our own module with our own arguments
            command, capture_output=True, timeout=TIME_LIMIT_S, env=child_environment(), cwd=ROOT, check=False
        )
        output = done.stdout
        if done.returncode:
            failure = (done.stderr.decode().strip().splitlines() or [f"exit code {done.returncode}"])[-1]
    except subprocess.TimeoutExpired as expired:
        output = expired.stdout or b""
        failure = f"more than {TIME_LIMIT_S} s"
    seconds = {int(size): float(took) for size, took in map(json.loads, output.decode().splitlines())}
    return Growth(pattern, syntax, seconds, _exponent(seconds), failure)


def _exponent(seconds: dict[int, float]) -> float | None:
    if len(seconds) < 2:
        return None
    (size, took), (larger, longer) = sorted(seconds.items())[-2:]
    return math.log(max(longer, 1e-6) / max(took, 1e-6)) / math.log(larger / size)


def _text(pattern: str, size: int) -> str:
    unit = PATTERNS[pattern] or "\n\n".join(load_texts())
    return (unit * (size // len(unit) + 1))[:size]


def main() -> None:
    """The child: one JSON pair of length and seconds for each length, as soon as it is known."""
    from benchmarks.extraction.readers.svodka_none import reader  # noqa: PLC0415 - the parent needs no models

    pattern, syntax = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT_BYTES, _MEMORY_LIMIT_BYTES))
    read = reader(syntax)
    read("В 2025 году открыто 120 школ.")
    for size in SIZES:
        text = _text(pattern, size)
        before = time.process_time()
        read(text)
        sys.stdout.write(json.dumps([size, time.process_time() - before]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
