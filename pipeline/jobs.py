"""The jobs: fetch (sites to the raw zone), fetch_files, process (raw zone to the published snapshot), purge.

Belongs here: which assets run together. Does not belong here: when (`schedules`, `sensors`). They are
apart because a step is skipped when one before it failed: a dead source must not stop the others.
"""

from dagster import AssetSelection, OpExecutionContext, define_asset_job, in_process_executor, job, op

from pipeline.assets.derived import FACT, PUBLISHED, RELEASE
from pipeline.assets.raw import network_sources, raw_key
from pipeline.run_history import purge_old_runs
from pipeline.sources.registry import FILES_KEY

# One process for a whole run: with one process a step, four steps take 19 s instead of 0.7 s, and
# most of our steps wait for a site. Heavy extraction has worker processes of its own.
fetch_job = define_asset_job(
    "fetch",
    selection=AssetSelection.assets(*(raw_key(source.key) for source in network_sources())),
    description="Asks the sites for what they published in a range of months; a failing source fails alone.",
    executor_def=in_process_executor,
)
fetch_files_job = define_asset_job(
    "fetch_files",
    selection=AssetSelection.assets(raw_key(FILES_KEY)),
    description="Takes in a folder or file of releases.",
    executor_def=in_process_executor,
)
process_job = define_asset_job(
    "process",
    selection=AssetSelection.assets(RELEASE, FACT, PUBLISHED),
    description="Parses, extracts, checks and publishes whatever the raw zone holds that is not done yet.",
    executor_def=in_process_executor,
)


@op(name="purge_old_runs")
def purge(context: OpExecutionContext) -> None:
    """Clears away runs older than `KEEP_RUNS`."""
    context.log.info("%d runs cleared away", purge_old_runs(context.instance))


@job(name="purge", executor_def=in_process_executor, description="Clears old runs and their events away.")
def purge_job() -> None:
    """Housekeeping of Dagster's own storage; data stays."""
    purge()


JOBS = (fetch_job, fetch_files_job, process_job, purge_job)
