"""The process in which one contender is measured once.

Belongs here: start-up, speed and memory of one process. Does not belong here: repeating and
comparing (`rounds`). It imports nothing of ours but the contender, so that memory is its own.

Called as `python -m benchmarks.extraction.worker CONTENDER TEXTS STARTED`: TEXTS is a JSON file with
two lists of texts, the first to warm up on, the second to be measured on; STARTED is the time at
which the process was asked for, as `time.time()` gives it. Prints one JSON object.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

_FIRST_TEXT = "В 2025 году открыто 120 школ на сумму 4,5 млрд тенге."


def main() -> None:
    """Measures the contender named on the command line."""
    name, texts, started = sys.argv[1:]
    read = import_module(f"benchmarks.extraction.readers.{name}").load()
    read(_FIRST_TEXT)
    start_up = time.time() - float(started)
    warm_up, measured = json.loads(Path(texts).read_text(encoding="utf-8"))
    for text in warm_up:
        read(text)
    seconds, found = _timed(read, measured)
    seconds_again, _ = _timed(read, measured)
    outcome = {
        "start_up_s": start_up,
        "seconds": seconds,
        "seconds_again": seconds_again,
        "characters": sum(map(len, measured)),
        "found": found,
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write(json.dumps(outcome) + "\n")


def _timed(read: Callable[[str], int], texts: list[str]) -> tuple[float, int]:
    """Processor seconds for all texts, and how much was found in them."""
    before = time.process_time()
    found = sum(read(text) for text in texts)
    return time.process_time() - before, found


if __name__ == "__main__":
    main()
