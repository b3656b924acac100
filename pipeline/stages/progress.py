"""How a stage tells somebody who waits how far it is.

Belongs here: the protocol and the silent listener. Does not belong here: bars on a terminal
(`pipeline.cli.progress_bars`).
"""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol


class Advance(Protocol):
    """Told that so many more units of a task are done."""

    def __call__(self, units: int, /) -> None:
        """Counts them."""
        ...


class Progress(Protocol):
    """Somebody who is told of long work."""

    def task(self, title: str, *, unit: str, total: int | None) -> AbstractContextManager[Advance]:
        """Announces a task.

        Args:
            title: What is done, such as `fact`.
            unit: What is counted, in the plural.
            total: How many units there are, None if nobody can know.

        Returns:
            What to call as units get done, for as long as the task lasts.
        """
        ...


class Silence:
    """Nobody listens."""

    def task(self, title: str, *, unit: str, total: int | None) -> AbstractContextManager[Advance]:  # noqa: ARG002 - the protocol's signature
        """Takes the announcement and says nothing."""
        return nullcontext(_ignore)


def _ignore(units: int, /) -> None:
    """Done units, nobody counts."""


SILENCE = Silence()
