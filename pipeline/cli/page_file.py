"""Writing an HTML page that a command was asked for.

Belongs here: the file. Does not belong here: what the page shows (`pipeline.evaluate.html`).
"""

from pathlib import Path

from pipeline.cli.output import print_remark
from pipeline.errors import ExitCode, SvodkaError


class PageFileError(SvodkaError):
    """A page that cannot be written where it should be."""

    exit_code = ExitCode.USAGE


def write_page(path: Path, content: str) -> None:
    """Writes the page and says where it is.

    Raises:
        PageFileError: The file cannot be written.
    """
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise PageFileError(
            f"{path} cannot be written ({error.strerror})", remedy="name another file"
        ) from error
    print_remark(f"Written: {path}")
