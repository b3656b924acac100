"""Progress as bars on the terminal, and nothing where there is no terminal.

Belongs here: the bars. Does not belong here: what is measured (`pipeline.stages`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from pipeline.cli.output import err
from pipeline.stages.progress import Advance


class ProgressBars:
    """A line for each task; a task within a task counts as one unit of it. A context manager."""

    def __init__(self, *, shown: bool) -> None:
        console = err()
        self._bars = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[unit]}", style="dim"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not (shown and console.is_terminal),
        )
        self._open: list[TaskID] = []

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._bars.stop()

    @contextmanager
    def task(self, title: str, *, unit: str, total: int | None) -> Iterator[Advance]:
        """Shows a task for as long as it lasts."""
        inside = bool(self._open)
        bar = self._bars.add_task(f"  {title}" if inside else title, total=total, unit=unit)
        self._open.append(bar)
        try:
            yield lambda units: self._bars.advance(bar, units)
        finally:
            self._open.pop()
            if inside:
                self._bars.remove_task(bar)
                self._bars.advance(self._open[-1])
            else:
                self._bars.stop_task(bar)
