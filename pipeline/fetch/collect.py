"""One fetch of one source: everything in a window, kept whole or not at all.

Belongs here: tying adapter, client and raw zone together. Does not belong here: what a site is
asked (adapters) and storing the index (`warehouse.load`). Why a fetch that fails midway keeps
nothing: docs/decisions/0003-raw-zone.md.
"""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from pipeline.fetch.client import REPLICA_HOST, PoliteClient, open_client
from pipeline.fetch.exchange import Exchange
from pipeline.fetch.manners import Manners
from pipeline.fetch.raw_zone import Origin, RawZone
from pipeline.fetch.recording import Recording
from pipeline.fetch.warc_index import index_warc
from pipeline.settings import Settings
from pipeline.sources.adapter import SourceCheck, Window
from pipeline.sources.adapters import adapter_of
from pipeline.sources.registry import FILES_KEY, Source
from warehouse.rows import FetchRow, WarcFileRow


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """What one fetch brought.

    Attributes:
        source: Key of the source.
        requests: Answers received, robots.txt not counted.
        unchanged: How many of them were the same as before.
        warc_file: The file that was written, None when nothing was new.
        fetches: One row for each new payload.
    """

    source: str
    requests: int
    unchanged: int
    warc_file: WarcFileRow | None
    fetches: tuple[FetchRow, ...]


def fetch_source(
    source: Source,
    window: Window,
    *,
    settings: Settings,
    run_id: str | None = None,
    base_url_override: str | None = None,
    known: Iterable[FetchRow] = (),
    client: PoliteClient | None = None,
    on_exchange: Callable[[Exchange], None] | None = None,
) -> FetchOutcome:
    """Fetches what a source published in a window into the raw zone.

    Args:
        source: What to fetch.
        window: Publication days wanted.
        settings: Where the raw zone is and how we behave.
        run_id: The run this belongs to; a new one if None.
        base_url_override: Address of a replica that is asked instead of the site.
        known: Rows of `raw.fetch` of this source; the same payload is not stored again.
        client: An open client to share between sources; it must be opened with the same override.
        on_exchange: Called after each answer, for progress bars.

    Returns:
        What was fetched. When nothing was new, no file is kept.

    Raises:
        SourceError: The source could not be read completely; nothing of this fetch is kept.
        SettingsError: The raw zone belongs to the replica and the source is live, or the reverse.
    """
    zone = RawZone(settings.raw_dir)
    origin = _origin(source, base_url_override)
    if origin is not None:
        zone.require_origin(origin)
    asked = _as_asked(source, base_url_override)
    run = run_id or uuid4().hex
    recording = Recording(asked, run, {row.fetch_id: row for row in known}, on_exchange)
    shared = (
        open_client(settings, base_url_override=base_url_override) if client is None else nullcontext(client)
    )
    with zone.locked(source.key), shared as open_one:
        exchanges = adapter_of(asked).fetch(asked, window, open_one)
        info = recording.info(Manners.from_settings(settings).user_agent)
        path = zone.write(
            source.key, run, datetime.now(UTC), lambda out: recording.fill(out, exchanges, info)
        )
        if path is not None and origin is not None:
            zone.claim(origin)
    index = None if path is None else index_warc(zone.directory, path)
    return FetchOutcome(
        source=source.key,
        requests=recording.requests,
        unchanged=recording.unchanged,
        warc_file=None if index is None else index.warc_file,
        fetches=() if index is None else index.fetches,
    )


def check_source(
    source: Source,
    *,
    settings: Settings,
    base_url_override: str | None = None,
    client: PoliteClient | None = None,
) -> SourceCheck:
    """Asks a site whether it knows a source's slug and aliases.

    Raises:
        SourceError: The site cannot be asked, or says that we may not.
    """
    asked = _as_asked(source, base_url_override)
    shared = (
        open_client(settings, base_url_override=base_url_override) if client is None else nullcontext(client)
    )
    with shared as open_one:
        return adapter_of(asked).check(asked, open_one)


def _origin(source: Source, base_url_override: str | None) -> Origin | None:
    """Files may join either kind of data."""
    if source.key == FILES_KEY:
        return None
    return "live" if base_url_override is None else "replica"


def _as_asked(source: Source, base_url_override: str | None) -> Source:
    """The replica's releases are its own: they never carry the real site's host."""
    if base_url_override is None or source.key == FILES_KEY:
        return source
    return source.model_copy(update={"host": REPLICA_HOST, "base_url": f"http://{REPLICA_HOST}"})
