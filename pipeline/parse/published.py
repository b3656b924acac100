"""When a release was published, as far as the site says so.

Belongs here: every form of publication date seen on a source. Does not belong here: dates inside a
text (`extractors`). A missing or unreadable date stays missing; it is never replaced by the time
of fetching.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

# Sites were not online before; a default value such as year 1 or 1970 is no date.
EARLIEST = date(1991, 1, 1)

_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
    r"(?:[T ](?P<h>\d{2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,](?P<f>\d{1,9}))?)?"
    r"\s?(?P<z>Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
_CLOCK = r"(?:\D{1,6}(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2}))?)?"
_DOTTED = re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})" + _CLOCK)
_WORDED = re.compile(
    r"(?P<d>\d{1,2})\s+(?P<month>[а-я]{3,8})\.?\s+(?P<y>\d{4})(?:\s*(?:года|г\.?))?" + _CLOCK
)
_MONTHS = {
    stem: number
    for number, stems in enumerate(
        ("янв", "фев", "мар", "апр", "мая май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"), start=1
    )
    for stem in stems.split()
}


@dataclass(frozen=True, slots=True)
class Published:
    """A publication time.

    Attributes:
        at: The instant, None if only a day is known or nothing.
        on: The day in the publisher's own zone, None if unknown.
        zone: `stated` if the source gave an offset, `assumed` if the publisher's zone was put in,
            None without an instant.
        midnight: Whether the clock stood at exactly 00:00:00 as printed, the mark of migrated
            records whose date is not the real one.
    """

    at: datetime | None
    on: date | None
    zone: str | None
    midnight: bool = False


NOT_PUBLISHED = Published(None, None, None)


def read_published(raw: str | None, zone: ZoneInfo) -> Published:
    """Reads a publication time as printed.

    Args:
        raw: ISO 8601 with or without fraction and offset, `14.07.2026 11:58`, `14 июля 2026 11:58`,
            any of them as a day alone; None if the source gives nothing.
        zone: The publisher's own zone.

    Returns:
        What is known; `NOT_PUBLISHED` for nothing, another form or an impossible date.
    """
    text = " ".join((raw or "").split())
    found = _ISO.fullmatch(text) or _DOTTED.fullmatch(text) or _WORDED.fullmatch(text.lower())
    if found is None:
        return NOT_PUBLISHED
    parts = found.groupdict()
    try:
        day = date(int(parts["y"]), _month(parts), int(parts["d"]))
        clock = _clock(parts)
        offset = _offset(parts.get("z"))
    except ValueError:
        return NOT_PUBLISHED
    if day < EARLIEST:
        return NOT_PUBLISHED
    if clock is None:
        return Published(None, day, None)
    stated = datetime.combine(day, clock, tzinfo=offset or zone)
    return Published(
        at=stated.astimezone(UTC),
        on=stated.astimezone(zone).date(),
        zone="assumed" if offset is None else "stated",
        midnight=clock == time(0),
    )


def _month(parts: dict[str, str | None]) -> int:
    if parts.get("m"):
        return int(parts["m"] or 0)
    word = parts.get("month") or ""
    month = _MONTHS.get(word[:3])
    if month is None:
        raise ValueError(f"no month is called {word!r}")
    return month


def _clock(parts: dict[str, str | None]) -> time | None:
    if parts["h"] is None:
        return None
    fraction = (parts.get("f") or "0")[:6].ljust(6, "0")
    return time(int(parts["h"]), int(parts["min"] or 0), int(parts["s"] or 0), int(fraction))


def _offset(stated: str | None) -> timezone | None:
    if stated is None:
        return None
    if stated in {"Z", "z"}:
        return UTC
    digits = stated[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if stated[0] == "-" else offset)
