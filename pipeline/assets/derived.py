"""The assets made from the raw zone: release, fact, published.

Belongs here: what the UI shows of them. Does not belong here: parsing, extracting and publishing
(`pipeline.stages`). They are not partitioned: each takes up whatever is not done yet.
"""

from dagster import (
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    MaterializeResult,
    MetadataValue,
    ResourceParam,
    asset,
)

from extractors import EXTRACTOR_VERSION
from pipeline.assets.failures import told_clearly
from pipeline.assets.metadata import counts_metadata, of_table, query_metadata, table_metadata, timed
from pipeline.assets.raw import OWNERS
from pipeline.parse.release import PARSER_VERSION
from pipeline.resources import Workplace
from pipeline.stages.fact import fact
from pipeline.stages.index import index
from pipeline.stages.publish import publish
from pipeline.stages.release import release
from pipeline.stages.warehouse import open_warehouse
from warehouse.connection import open_reader

RELEASE = AssetKey("release")
FACT = AssetKey("fact")
PUBLISHED = AssetKey("published")
GROUP = "warehouse"
# One step at a time writes to the warehouse; the limit stands in dagster.yaml.
POOL = "duckdb"

NEWEST_RELEASES = """
SELECT published_on, ministry, title, fact_count AS facts, characters, language
FROM main.releases ORDER BY published_on DESC NULLS LAST, release_id LIMIT 10
"""
RELEASES_BY_SOURCE = """
SELECT source, count(*) AS releases, min(published_on) AS first, max(published_on) AS newest
FROM main.releases GROUP BY source ORDER BY source
"""
NEWEST_FACTS = """
SELECT published_on, ministry, quote, value, unit, subject, period_start, period_end, context
FROM main.facts ORDER BY published_on DESC NULLS LAST, release_id, char_start LIMIT 15
"""
FACTS_BY_SOURCE = """
SELECT source, count(*) AS facts, count(DISTINCT release_id) AS releases,
    round(avg(confidence), 3) AS confidence
FROM main.facts GROUP BY source ORDER BY source
"""


def derived_assets(raw: list[AssetsDefinition]) -> list[AssetsDefinition]:
    """Everything after the raw assets."""
    return [_release_asset([key for one in raw for key in one.keys]), fact_asset, published_asset]


def _release_asset(raw_keys: list[AssetKey]) -> AssetsDefinition:
    @asset(
        key=RELEASE,
        description="Press releases and every version of their text: core.release, core.release_version.",
        group_name=GROUP,
        kinds={"duckdb", "html"},
        owners=OWNERS,
        code_version=PARSER_VERSION,
        deps=raw_keys,
        pool=POOL,
    )
    def parse_payloads(
        context: AssetExecutionContext, workplace: ResourceParam[Workplace]
    ) -> MaterializeResult[None]:
        with told_clearly():
            indexed = index(workplace.settings)
            for error in indexed.damaged:
                context.log.warning("%s", error)
            with timed() as duration:
                outcome = release(workplace.settings, progress=workplace.progress)
            with open_warehouse(workplace.settings) as connection:
                shown = {
                    **table_metadata(connection, "main.releases"),
                    "newest": query_metadata(connection, NEWEST_RELEASES),
                    "by_source": query_metadata(connection, RELEASES_BY_SOURCE),
                }
        return MaterializeResult(
            metadata={
                "parsed_payloads": MetadataValue.int(outcome.payloads),
                "problems": MetadataValue.int(outcome.problems),
                "releases_added": MetadataValue.int(of_table(outcome.counts, "core.release").added),
                "versions_added": MetadataValue.int(of_table(outcome.counts, "core.release_version").added),
                "files_indexed_late": MetadataValue.int(indexed.files),
                "files_damaged": MetadataValue.int(len(indexed.damaged)),
                **counts_metadata(outcome.counts),
                **duration,
                **shown,
            }
        )

    return parse_payloads


@asset(
    key=FACT,
    description="Numbers that releases state, each with its quote and offsets, and every number that is no "
    "fact with the reason: core.fact, core.rejected_number.",
    group_name=GROUP,
    kinds={"duckdb", "spacy"},
    owners=OWNERS,
    code_version=EXTRACTOR_VERSION,
    deps=[RELEASE],
    pool=POOL,
)
def fact_asset(workplace: ResourceParam[Workplace]) -> MaterializeResult[None]:
    """Reads the texts that this extractor version has not read."""
    with told_clearly():
        with timed() as duration:
            outcome = fact(workplace.settings, progress=workplace.progress)
        facts = of_table(outcome.counts, "core.fact")
        with open_warehouse(workplace.settings) as connection:
            shown = {
                **table_metadata(connection, "main.facts"),
                "newest": query_metadata(connection, NEWEST_FACTS),
                "by_source": query_metadata(connection, FACTS_BY_SOURCE),
            }
    return MaterializeResult(
        metadata={
            "texts_read": MetadataValue.int(outcome.texts),
            "characters_read": MetadataValue.int(outcome.characters),
            "problems": MetadataValue.int(outcome.problems),
            "facts_added": MetadataValue.int(facts.added),
            "facts_changed": MetadataValue.int(facts.changed),
            "facts_deleted": MetadataValue.int(facts.deleted),
            **counts_metadata(outcome.counts),
            **duration,
            **shown,
        }
    )


@asset(
    key=PUBLISHED,
    description="The snapshot that people query, published.duckdb: swapped in whole, never held by a run.",
    group_name=GROUP,
    kinds={"duckdb"},
    owners=OWNERS,
    deps=[FACT],
    pool=POOL,
)
def published_asset(workplace: ResourceParam[Workplace]) -> MaterializeResult[None]:
    """Swaps in a snapshot if the warehouse holds anything new."""
    with told_clearly():
        with timed() as duration:
            published = publish(workplace.settings)
        with open_reader(workplace.settings.published_path) as connection:
            shown = table_metadata(connection, "main.facts")
    return MaterializeResult(
        metadata={
            "path": MetadataValue.path(workplace.settings.published_path),
            "unchanged": MetadataValue.bool(published.unchanged),
            "size_bytes": MetadataValue.int(published.size_bytes),
            **duration,
            **shown,
        }
    )
