"""What a run is to fetch: sources by name or family, months, files.

Belongs here: reading the wishes of the command line strictly. Does not belong here: carrying them
out (`execute`).
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from pipeline.assets.months import FIRST_MONTH, current_month, month_before
from pipeline.assets.raw import network_sources
from pipeline.errors import SettingsError
from pipeline.parse.published import read_published
from pipeline.replica.fixtures import ReleaseText
from pipeline.sources.registry import FILES_KEY, Source, source_by_key

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Months:
    """A range of months of publication, each by its first day."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run is to fetch before it processes everything there is.

    Attributes:
        sources: Sites to ask; none if only files are read.
        months: The months asked for.
        files: A folder or file of releases to take in.
    """

    sources: tuple[Source, ...]
    months: Months
    files: Path | None = None


def parse_month(text: str) -> date:
    """First day of a month given as YYYY-MM.

    Raises:
        SettingsError: It is none, or one that no run can ask for.
    """
    found = _MONTH.fullmatch(text)
    if found is None:
        raise SettingsError(f"{text!r} is no month", remedy="write it as YYYY-MM, such as 2026-01")
    month = date(int(found["year"]), int(found["month"]), 1)
    if not FIRST_MONTH <= text <= f"{current_month():%Y-%m}":
        raise SettingsError(f"{text} cannot be asked for", remedy=f"months go from {FIRST_MONTH} to this one")
    return month


def live_months(since: str | None, until: str | None) -> Months:
    """The months between two that may be left out: the previous and the current one if both are.

    Raises:
        SettingsError: One is no month, or they are in the wrong order.
    """
    last = current_month() if until is None else parse_month(until)
    first = min(month_before(current_month()), last) if since is None else parse_month(since)
    if last < first:
        raise SettingsError(f"--since {first:%Y-%m} is after --until {last:%Y-%m}", remedy="swap them")
    return Months(first, last)


def replica_months(texts: Iterable[ReleaseText], since: str | None, until: str | None) -> Months:
    """The same for the replica, where everything it has is wanted unless somebody says less."""
    zone = source_by_key(FILES_KEY).zone
    days = [day for text in texts if (day := read_published(text.front.created_date, zone).on) is not None]
    return live_months(since or f"{min(days):%Y-%m}", until or f"{max(days):%Y-%m}")


def choose_sources(names: str | None, *, slugs: AbstractSet[str] | None = None) -> tuple[Source, ...]:
    """The sources with these names, or every enabled one.

    Args:
        names: Keys and families with commas between; None for all that are enabled.
        slugs: What a replica has; of all sources, only those are asked then.

    Raises:
        SettingsError: A name is neither a key nor a family.
    """
    known = network_sources()
    if names is None:
        return tuple(
            source
            for source in known
            if source.enabled and (slugs is None or not slugs.isdisjoint(source.slugs))
        )
    chosen: dict[str, Source] = {}
    for name in filter(None, (name.strip() for name in names.split(","))):
        found = [source for source in known if name in (source.key, source.family)]
        if not found:
            raise _unknown(name, known)
        # A family stands for its enabled sources, a key for itself.
        chosen |= {source.key: source for source in found if source.enabled or source.key == name}
    if not chosen:
        raise SettingsError(f"--sources {names!r} names no source", remedy="`svodka sources` lists them")
    return tuple(chosen.values())


def _unknown(name: str, known: Iterable[Source]) -> SettingsError:
    if name == FILES_KEY:
        return SettingsError("files are no site", remedy="hand them over with --files PATH")
    names = {name for source in known for name in (source.key, source.family)}
    close = get_close_matches(name, names, n=1)
    hint = f"did you mean {close[0]}? " if close else ""
    return SettingsError(
        f"no source or family is called {name!r}", remedy=f"{hint}`svodka sources` lists them"
    )
