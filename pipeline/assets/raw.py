"""The raw assets: one for each source, made from the registry, and one for files.

Belongs here: what the UI shows of a source and of a fetch. Does not belong here: fetching
(`pipeline.stages.fetch`). A new source is an entry in a YAML and appears here by itself.
"""

import warnings
from datetime import date, timedelta
from pathlib import Path

from dagster import (
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    BackfillPolicy,
    BetaWarning,
    Config,
    FreshnessPolicy,
    MaterializeResult,
    MetadataValue,
    ResourceParam,
    RetryPolicy,
    asset,
)
from pydantic import Field

from pipeline.assets.failures import told_clearly
from pipeline.assets.metadata import counts_metadata, timed
from pipeline.assets.months import MONTHS, window_of
from pipeline.resources import Workplace
from pipeline.sources.adapter import Window
from pipeline.sources.files import files_source
from pipeline.sources.registry import FILES_KEY, Source, load_sources
from pipeline.stages.fetch import SourceFetched, fetch

OWNERS = ["team:svodka"]
# The schedule fetches daily; a missed day is worth a look, three are a fault.
FRESHNESS = FreshnessPolicy.time_window(fail_window=timedelta(days=3), warn_window=timedelta(hours=30))


class FilesConfig(Config):
    """Which files to read."""

    path: str = Field(description="A folder or file of releases: text, HTML, JSON or JSON lines.")


def raw_key(source: str) -> AssetKey:
    """Key of the raw asset of a source."""
    return AssetKey(["raw", source])


def network_sources() -> tuple[Source, ...]:
    """Every source that is fetched from a site."""
    return tuple(source for source in load_sources() if source.key != FILES_KEY)


def raw_assets(*, retries: RetryPolicy | None) -> list[AssetsDefinition]:
    """The raw asset of every source.

    Args:
        retries: What to do when a source is unreachable; None for no second try.
    """
    with warnings.catch_warnings():
        # Single-run backfills are called beta; docs/decisions/0005-orchestration.md says why we use them.
        warnings.simplefilter("ignore", BetaWarning)
        return [*(_raw_asset(source, retries) for source in network_sources()), raw_files]


def _raw_asset(source: Source, retries: RetryPolicy | None) -> AssetsDefinition:
    @asset(
        key=raw_key(source.key),
        description=f"What the {source.names.en} ({source.names.ru}) published, as {source.host} answered "
        "it: WARC files in the raw zone and their index in raw.fetch.",
        group_name=source.family,
        kinds={"warc", source.adapter},
        owners=OWNERS,
        tags={"svodka/family": source.family, "svodka/slug": source.slug},
        metadata={"publisher": source.publisher, "site": MetadataValue.url(source.base_url)},
        partitions_def=MONTHS,
        backfill_policy=BackfillPolicy.single_run(),
        freshness_policy=FRESHNESS if source.enabled else None,
        retry_policy=retries,
    )
    def fetch_months(
        context: AssetExecutionContext, workplace: ResourceParam[Workplace]
    ) -> MaterializeResult[None]:
        return _fetched(context, workplace, source, window_of(context.partition_key_range))

    return fetch_months


@asset(
    key=raw_key(FILES_KEY),
    description="Releases handed over as files, as they were: WARC files in the raw zone and their index.",
    group_name="files",
    kinds={"warc", "files"},
    owners=OWNERS,
)
def raw_files(
    context: AssetExecutionContext, config: FilesConfig, workplace: ResourceParam[Workplace]
) -> MaterializeResult[None]:
    """Takes in a folder or file of releases."""
    with told_clearly():
        source = files_source(Path(config.path))
    return _fetched(context, workplace, source, Window(date.min))


def _fetched(
    context: AssetExecutionContext, workplace: Workplace, source: Source, window: Window
) -> MaterializeResult[None]:
    with told_clearly(), timed() as duration:
        fetched = fetch(
            source,
            window,
            settings=workplace.settings,
            run_id=context.run.run_id,
            base_url_override=workplace.base_url_override,
            client=workplace.client,
            progress=workplace.progress,
        )
    return MaterializeResult(metadata={**_fetch_metadata(fetched), **duration})


def _fetch_metadata(fetched: SourceFetched) -> dict[str, MetadataValue]:
    outcome = fetched.outcome
    file = outcome.warc_file
    return {
        "answers": MetadataValue.int(outcome.requests),
        "unchanged": MetadataValue.int(outcome.unchanged),
        "new_payloads": MetadataValue.int(len(outcome.fetches)),
        "new_bytes": MetadataValue.int(sum(row.payload_bytes for row in outcome.fetches)),
        "warc_file": MetadataValue.text("none: nothing was new" if file is None else file.warc_path),
        **counts_metadata(fetched.counts),
    }
