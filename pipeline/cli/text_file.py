"""Writing a text file that a command was asked for.

Belongs here: the file. Does not belong here: what is in it.
"""

from pathlib import Path

from pipeline.cli.output import print_remark
from pipeline.errors import ExitCode, SvodkaError


class TextFileError(SvodkaError):
    """A file that cannot be written where it should be."""

    exit_code = ExitCode.USAGE


def write_text_file(path: Path, content: str) -> None:
    """Writes the file and says where it is.

    Raises:
        TextFileError: The file cannot be written.
    """
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise TextFileError(
            f"{path} cannot be written ({error.strerror})", remedy="name another file"
        ) from error
    print_remark(f"Written: {path}")
