"""Clearing old runs and their events away; Dagster itself keeps them for ever, some 170 KB a run.

Belongs here: which runs go. Does not belong here: ticks of schedules and sensors, which Dagster clears
away itself (`dagster.yaml`), and data: no row and no WARC file is ever touched.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dagster import AssetKey, AssetRecordsFilter, DagsterEventType, DagsterInstance, RunsFilter
from dagster._core.storage.dagster_run import FINISHED_STATUSES

KEEP_RUNS = timedelta(days=90)


def purge_old_runs(instance: DagsterInstance, *, now: datetime | None = None) -> int:
    """Deletes runs that ended and are older than `KEEP_RUNS`; returns how many.

    A run that was the last to make an asset, or a month of one, stays: the UI would else show as
    missing what is there.
    """
    before = (now or datetime.now(UTC)) - KEEP_RUNS
    old = instance.get_runs(RunsFilter(statuses=list(FINISHED_STATUSES), created_before=before))
    if not old:
        return 0
    kept = {run_id for key in instance.get_asset_keys() for run_id in _last_makers(instance, key)}
    gone = [run.run_id for run in old if run.run_id not in kept]
    for run_id in gone:
        instance.delete_run(run_id)
    return len(gone)


def _last_makers(instance: DagsterInstance, key: AssetKey) -> Iterator[str]:
    """The runs that last made an asset and each of its months."""
    newest = instance.get_latest_materialization_event(key)
    if newest is not None:
        yield newest.run_id
    events = instance.event_log_storage.get_latest_storage_id_by_partition(
        key, DagsterEventType.ASSET_MATERIALIZATION
    )
    if events:
        chosen = AssetRecordsFilter(asset_key=key, storage_ids=list(events.values()))
        for record in instance.fetch_materializations(chosen, limit=len(events)).records:
            yield record.event_log_entry.run_id
