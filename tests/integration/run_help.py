"""Runs of a few sources against a replica, with Dagster and without, and what the tests compare of a home."""

from datetime import date
from pathlib import Path

from pipeline.run.execute import RunReport, execute
from pipeline.run.plan import Months, RunPlan, choose_sources
from pipeline.settings import Settings
from pipeline.sources.adapter import Window
from pipeline.stages.fact import fact
from pipeline.stages.fetch import fetch
from pipeline.stages.index import index
from pipeline.stages.progress import SILENCE
from pipeline.stages.publish import publish
from pipeline.stages.release import release
from pipeline.stages.warehouse import open_warehouse
from warehouse.digest import TableDigest, table_digests

SOURCES = "kz_economy,kz_edu,kz_minfin"
MONTHS = Months(date(2025, 12, 1), date(2026, 1, 1))


def settings_of(home: Path) -> Settings:
    """Without a syntax model and with little patience, so that a run takes two seconds."""
    return Settings(home=home, syntax="none", retries=1)


def run_small(
    settings: Settings, base_url: str, *, sources: str = SOURCES, files: Path | None = None
) -> RunReport:
    """A whole run over some sources and two months."""
    plan = RunPlan(choose_sources(sources), MONTHS, files)
    return execute(plan, settings, base_url_override=base_url, progress=SILENCE)


def run_stages(settings: Settings, base_url: str, *, sources: str = SOURCES) -> None:
    """The same without Dagster, which takes most of a small run's time."""
    window = Window(MONTHS.since)
    for source in choose_sources(sources):
        fetch(source, window, settings=settings, base_url_override=base_url)
    index(settings)
    release(settings)
    fact(settings)
    publish(settings)


def digests(settings: Settings) -> dict[str, TableDigest]:
    """Digests of all tables."""
    with open_warehouse(settings) as connection:
        return table_digests(connection)


def content(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without what depends on when it was fetched and by which run."""
    queries = {
        "fetch": "SELECT fetch_id, payload_bytes FROM raw.fetch",
        "parsed": "FROM core.parsed_fetch",
        "release": "SELECT * EXCLUDE (first_fetched_at) FROM core.release",
        "version": "SELECT * EXCLUDE (fetched_at) FROM core.release_version",
        "extraction": "FROM core.extraction",
        "fact": "FROM core.fact",
        "rejected": "FROM core.rejected_number",
        "problem": "FROM core.problem",
    }
    with open_warehouse(settings) as connection:
        return {
            name: connection.execute(f"{query} ORDER BY ALL").fetchall() for name, query in queries.items()
        }
