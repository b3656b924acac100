"""What an extraction reads, as it travels to the processes that do it.

Belongs here: that record. Does not belong here: where it is stored (`pending`): a process that reads
texts loads no database.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """A Russian release version.

    Attributes:
        version_id: Its id.
        source: Key of its source.
        body: Its text.
        published_on: Day of its publication, None if there is none.
    """

    version_id: str
    source: str
    body: str
    published_on: date | None
