"""Opening an instance in a process of its own, together with others."""

from pathlib import Path
from typing import Any

from pipeline.instance import open_instance
from pipeline.settings import Settings


def open_at_once(home: Path, start: Any) -> None:  # noqa: ANN401 - a multiprocessing barrier has no public type
    """Opens it when all others are ready to, and uses each of its stores."""
    start.wait()
    with open_instance(Settings(home=home)) as instance:
        instance.get_runs_count()
        instance.all_instigator_state()
        instance.get_asset_keys()
