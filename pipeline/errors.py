"""The errors that reach a person, each with its place, the offending value and the remedy.

Belongs here: the hierarchy and the exit codes of the command line. Does not belong here:
how an error is shown (`pipeline.cli`) or stored (`core.problem`).
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What `svodka` exits with; documented in README and `svodka --help`."""

    OK = 0
    FAILED = 1
    USAGE = 2
    SOME_SOURCES_FAILED = 3
    CHECK_FAILED = 4
    BUSY = 5


class SvodkaError(Exception):
    """An error with one clear line for the user.

    Attributes:
        exit_code: What the command line exits with when this reaches it.
    """

    exit_code: ExitCode = ExitCode.FAILED

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message if remedy is None else f"{message}; {remedy}")


class SettingsError(SvodkaError):
    """A setting that cannot be used."""

    exit_code = ExitCode.USAGE


class SourceError(SvodkaError):
    """A source that could not be read; others go on.

    Attributes:
        source: Key of the source, such as `kz_economy`.
    """

    exit_code = ExitCode.SOME_SOURCES_FAILED

    def __init__(self, source: str, message: str, *, remedy: str | None = None) -> None:
        super().__init__(f"{source}: {message}", remedy=remedy)
        self.source = source


class SourceUnreachable(SourceError):
    """No usable answer after every allowed retry: refused, timed out, 429 or 5xx."""


class SourceRefused(SourceError):
    """The site says that automated access is not allowed (robots.txt, 400 `notAllowed`, a challenge)."""


class SourceChanged(SourceError):
    """The answer has not the shape that the adapter was written for."""
