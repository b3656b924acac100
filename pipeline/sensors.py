"""What starts process: the end of a run that fetched, whether or not a source failed in it.

Belongs here: the sensors. Does not belong here: the jobs. `svodka run` processes by itself what it
fetched and says so with a tag.
"""

from collections.abc import Callable

from dagster import (
    DagsterRun,
    DagsterRunStatus,
    DefaultSensorStatus,
    RunRequest,
    RunStatusSensorContext,
    RunStatusSensorDefinition,
    SkipReason,
    run_status_sensor,
)

from pipeline.jobs import fetch_files_job, fetch_job, process_job

# On a fetch run of `svodka run`, which goes on to process in the same breath.
PROCESSED_BY_CALLER = "svodka/processed_by_caller"
_ENDINGS = (DagsterRunStatus.SUCCESS, DagsterRunStatus.FAILURE, DagsterRunStatus.CANCELED)
_FETCH_JOBS = frozenset({fetch_job.name, fetch_files_job.name})


def _has_fetched(run: DagsterRun) -> bool:
    """Whether a run wrote to the raw zone: one of the fetch jobs, or raw assets started by hand."""
    chosen = run.asset_selection or frozenset()
    return run.job_name in _FETCH_JOBS or any(key.path[0] == "raw" for key in chosen)


def _request_process(context: RunStatusSensorContext) -> RunRequest | SkipReason:
    run = context.dagster_run
    if not _has_fetched(run):
        return SkipReason(f"run {run.run_id} of {run.job_name} fetched nothing")
    if PROCESSED_BY_CALLER in run.tags:
        return SkipReason(f"run {run.run_id} is processed by the command that started it")
    return RunRequest(run_key=f"after-{run.run_id}", tags={"svodka/fetched_by": run.run_id})


def _process_after(status: DagsterRunStatus) -> RunStatusSensorDefinition:
    make: Callable[..., RunStatusSensorDefinition] = run_status_sensor(
        run_status=status,
        name=f"process_after_fetch_{status.value.lower()}",
        description=f"Starts process when a run that fetched has ended with {status.value}.",
        request_job=process_job,
        default_status=DefaultSensorStatus.RUNNING,
        minimum_interval_seconds=30,
    )
    return make(_request_process)


SENSORS = tuple(_process_after(status) for status in _ENDINGS)
