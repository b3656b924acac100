"""The stage that fetches one source: site to raw zone to index.

Belongs here: what is known before, and loading the index after. Does not belong here: talking to
the site and writing WARC (`pipeline.fetch`).
"""

from dataclasses import dataclass

from pipeline.fetch.client import PoliteClient
from pipeline.fetch.collect import FetchOutcome, fetch_source
from pipeline.settings import Settings
from pipeline.sources.adapter import Window
from pipeline.sources.registry import Source
from pipeline.stages.index import index_source
from pipeline.stages.pending import fetches_of
from pipeline.stages.progress import SILENCE, Progress
from pipeline.stages.warehouse import open_warehouse
from warehouse.counts import LoadCounts
from warehouse.load import load_fetches


@dataclass(frozen=True, slots=True)
class SourceFetched:
    """What fetching one source brought.

    Attributes:
        outcome: What was asked and what was new.
        counts: What that changed in the warehouse.
    """

    outcome: FetchOutcome
    counts: LoadCounts


def fetch(
    source: Source,
    window: Window,
    *,
    settings: Settings,
    run_id: str | None = None,
    base_url_override: str | None = None,
    client: PoliteClient | None = None,
    progress: Progress = SILENCE,
) -> SourceFetched:
    """Fetches what a source published in a window and indexes what was new.

    Args:
        source: What to fetch.
        window: Publication days wanted.
        settings: Where things lie and how we behave.
        run_id: The run this belongs to; a new one if None.
        base_url_override: Address of a replica that is asked instead of the site.
        client: An open client to share between sources.
        progress: Told of each answer.

    Raises:
        SourceError: The source could not be read completely; nothing of this fetch is kept.
        SettingsError: The raw zone belongs to the replica and the source is live, or the reverse.
        WarehouseBusy: Another process held the warehouse for too long. What was fetched is kept in
            the raw zone and indexed by the next run.
    """
    with open_warehouse(settings) as connection:
        # A killed run may have left answers that are in no index; they are not asked for again.
        index_source(connection, settings, source=source.key)
        known = fetches_of(connection, source.key)
    with progress.task(source.key, unit="answers", total=None) as advance:
        outcome = fetch_source(
            source,
            window,
            settings=settings,
            run_id=run_id,
            base_url_override=base_url_override,
            known=known,
            client=client,
            on_exchange=lambda _exchange: advance(1),
        )
    if outcome.warc_file is None:
        return SourceFetched(outcome, LoadCounts())
    with open_warehouse(settings) as connection:
        counts = load_fetches(connection, [outcome.warc_file], outcome.fetches)
    return SourceFetched(outcome, counts)
