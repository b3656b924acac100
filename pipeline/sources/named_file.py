"""A file of releases by its name: where it stands and what the name says.

Belongs here: identity and date of a file. Does not belong here: its content (`file_formats`).
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self
from urllib.parse import unquote, urlsplit

_DATE_IN_NAME = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d{2})(?P<dash>[-_.]?)(?P<m>\d{2})(?P=dash)(?P<d>\d{2})"
    r"|(?P<d2>\d{2})\.(?P<m2>\d{2})\.(?P<y2>(?:19|20)\d{2}))(?!\d)"
)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """Where an item stands.

    Attributes:
        url: Canonical address of the file.
        native_id: Its path below the folder that was handed over.
    """

    url: str
    native_id: str

    @classmethod
    def at(cls, url: str) -> Self:
        """The file with this address; a name that is no UTF-8 keeps its bytes in escaped form."""
        path = urlsplit(url).path.removeprefix("/")
        return cls(url, unquote(path, errors="backslashreplace"))

    @property
    def date_in_name(self) -> str | None:
        """A date in the file's own name, as ISO 8601."""
        found = _DATE_IN_NAME.search(PurePosixPath(self.native_id).stem)
        if found is None:
            return None
        year, month, day = (found[name] or found[f"{name}2"] for name in ("y", "m", "d"))
        return f"{year}-{month}-{day}"
