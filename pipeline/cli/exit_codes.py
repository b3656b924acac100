"""What the exit codes mean, and which of them an error gets.

Belongs here: the words for `svodka --help` and README, the way from an error to its code. Does
not belong here: the codes (`pipeline.errors`).
"""

from pipeline.errors import ExitCode, SvodkaError
from warehouse.errors import WarehouseBusy, WarehouseError

MEANINGS = {
    ExitCode.OK: "done",
    ExitCode.FAILED: "failed; the line on standard error says why",
    ExitCode.USAGE: "wrong option, setting, SQL or input",
    ExitCode.SOME_SOURCES_FAILED: "a source failed; what the others gave is stored",
    ExitCode.CHECK_FAILED: "a check failed",
    ExitCode.BUSY: "another run holds the warehouse",
}


def exit_code_of(error: SvodkaError | WarehouseError) -> ExitCode:
    """The code that the command line ends with when this error reaches it."""
    if isinstance(error, SvodkaError):
        return error.exit_code
    return ExitCode.BUSY if isinstance(error, WarehouseBusy) else ExitCode.FAILED


def exit_codes_help() -> str:
    """All codes with their meaning, a line each, for the end of `svodka --help`."""
    return "\n".join(["Exit codes:", *(f"{code:d}  {meaning}" for code, meaning in MEANINGS.items())])
