"""Closing what killed runs of `svodka run` left open in Dagster: their status and their pool slots.

Belongs here: that clean-up. Does not belong here: data, which every stage takes up by itself. Only
the holder of the run lock may call it: then no run of this command can be alive.
"""

from dagster import DagsterInstance, RunsFilter
from dagster._core.storage.dagster_run import NOT_FINISHED_STATUSES

# On every run of `svodka run`.
BY_COMMAND = "svodka/started_by"
COMMAND = "svodka run"


def close_killed_runs(instance: DagsterInstance) -> int:
    """Marks runs whose process is gone as failed and frees their slots in the pool; returns how many."""
    left_open = instance.get_runs(
        RunsFilter(statuses=list(NOT_FINISHED_STATUSES), tags={BY_COMMAND: COMMAND})
    )
    for run in left_open:
        instance.report_run_failed(run, "The process of this run was killed; the next run took its work up.")
        instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
    return len(left_open)
