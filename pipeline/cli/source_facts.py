"""Every source with what came of it so far.

Belongs here: putting registry, snapshot and past runs side by side. Does not belong here: each of
them.
"""

from dataclasses import asdict, dataclass
from datetime import date

from pipeline.cli.output import Column, print_json, print_table
from pipeline.cli.run_records import FetchRecord, last_fetches
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from pipeline.sources.registry import Source, load_sources
from warehouse.connection import open_reader

_COLUMNS = (
    Column("Key"),
    Column("Ministry"),
    Column("Slug"),
    Column("Adapter"),
    Column("Enabled"),
    Column("Releases", "right"),
    Column("Newest"),
    Column("Last fetch"),
)
_RELEASES = "SELECT source, release_count, last_published_on FROM mart.source_status"


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """One source and what came of it.

    Attributes:
        source: The source.
        releases: Published releases of it, duplicates included.
        last_published_on: Day of the newest of them.
        last_fetch: How the last fetch ended; None if it was not fetched lately.
    """

    source: Source
    releases: int
    last_published_on: date | None
    last_fetch: FetchRecord | None


def print_sources(settings: Settings, family: str | None, *, as_json: bool) -> None:
    """Prints the sources of a family, or all.

    Raises:
        SettingsError: There is no such family.
    """
    known = load_sources()
    chosen = [source for source in known if family in (None, source.family)]
    if not chosen:
        families = ", ".join(sorted({source.family for source in known}))
        raise SettingsError(f"no family is called {family!r}", remedy=f"there are {families}")
    facts = _facts(settings, chosen)
    if as_json:
        print_json([_document(one) for one in facts])
    else:
        print_table(_COLUMNS, map(_row, facts))


def _facts(settings: Settings, sources: list[Source]) -> list[SourceFacts]:
    fetched = last_fetches(settings)
    published = _published(settings)
    return [
        SourceFacts(source, *published.get(source.key, (0, None)), fetched.get(source.key))
        for source in sources
    ]


def _published(settings: Settings) -> dict[str, tuple[int, date | None]]:
    """Releases and newest day by source; nothing where nothing is published."""
    if not settings.published_path.exists():
        return {}
    with open_reader(settings.published_path) as connection:
        return {key: (count, day) for key, count, day in connection.execute(_RELEASES).fetchall()}


def _row(facts: SourceFacts) -> tuple[object, ...]:
    source = facts.source
    return (
        source.key,
        source.publisher,
        ", ".join(source.slugs),
        source.adapter,
        "yes" if source.enabled else f"no: {source.disabled_reason}",
        facts.releases,
        facts.last_published_on,
        _last_fetch(facts.last_fetch),
    )


def _last_fetch(record: FetchRecord | None) -> str | None:
    if record is None:
        return None
    return f"{record.at:%Y-%m-%d %H:%M} UTC {'ok' if record.error is None else f'failed: {record.error}'}"


def _document(facts: SourceFacts) -> dict[str, object]:
    source = facts.source
    return {
        "key": source.key,
        "family": source.family,
        "publisher": source.publisher,
        "names": source.names.model_dump(),
        "host": source.host,
        "slug": source.slug,
        "aliases": source.aliases,
        "adapter": source.adapter,
        "enabled": source.enabled,
        "disabled_reason": source.disabled_reason,
        "releases": facts.releases,
        "last_published_on": facts.last_published_on,
        "last_fetch": None if facts.last_fetch is None else asdict(facts.last_fetch),
    }
