"""A run in a process of its own that stops for ever at a chosen point, so that a test can kill it there."""

import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.integration.run_help import run_small, run_stages, settings_of

# Where a run can be stopped: just before the call of this function, at its so manyeth call.
POINTS = {
    "a file is written, not indexed": ("pipeline.stages.fetch", "load_fetches", 2),
    "payloads are parsed, not stored": ("pipeline.stages.release", "load_releases", 1),
    "some texts are read, others not": ("pipeline.stages.fact", "load_extractions", 3),
    "a snapshot is copied, not swapped in": ("warehouse.publish", "_swap_in", 1),
}


def stages_until(point: str, home: Path, base_url: str, reached: Any) -> None:  # noqa: ANN401 - a multiprocessing event has no public type
    """Runs the stages up to the point, sets the event, and waits to be killed."""
    _stop_at(point, reached)
    run_stages(settings_of(home), base_url)


def run_until(point: str, home: Path, base_url: str, reached: Any) -> None:  # noqa: ANN401 - the same
    """The same with Dagster."""
    _stop_at(point, reached)
    run_small(settings_of(home), base_url)


def _stop_at(point: str, reached: Any) -> None:  # noqa: ANN401 - the same
    module_name, function, call = POINTS[point]
    module = import_module(module_name)
    fact_stage = import_module("pipeline.stages.fact")
    fact_stage.CHARACTERS_PER_LOAD = 1000
    setattr(module, function, _stopping(getattr(module, function), call, reached))


def _stopping(function: Callable[..., object], stop_at: int, reached: Any) -> Callable[..., object]:  # noqa: ANN401 - the same
    calls = 0

    def wrapped(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == stop_at:
            reached.set()
            threading.Event().wait()
        return function(*args, **options)

    return wrapped
