"""The jobs: fetch (sites to the raw zone), fetch_files, and process (raw zone to the published snapshot).

Belongs here: which assets run together. Does not belong here: when (`schedules`, `sensors`). They are
apart because a step is skipped when one before it failed: a dead source must not stop the others.
"""

from dagster import AssetSelection, define_asset_job, in_process_executor

from pipeline.assets.derived import FACT, PUBLISHED, RELEASE
from pipeline.assets.raw import network_sources, raw_key
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
JOBS = (fetch_job, fetch_files_job, process_job)
