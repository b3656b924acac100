"""What Dagster remembers of runs, for `svodka status` and `svodka sources`.

Belongs here: reading it. Does not belong here: making it (`pipeline.run`, `pipeline.assets`) and
showing it. A home where nothing ran yet is left as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from dagster import DagsterEvent, DagsterEventType, DagsterInstance
from dagster._core.storage.dagster_run import RunRecord

from pipeline.instance import CONFIG_NAME, dagster_home, open_instance
from pipeline.settings import Settings

# Beyond them a source counts as not fetched lately.
RUNS_LOOKED_AT = 50
_OUTCOMES = {DagsterEventType.ASSET_MATERIALIZATION, DagsterEventType.STEP_FAILURE}


@dataclass(frozen=True, slots=True)
class PastRun:
    """One run.

    Attributes:
        run_id: Id under which the UI shows it.
        job: Name of the job.
        status: Dagster's word for how it is or ended: `SUCCESS`, `FAILURE`, `STARTED` …
        started_at: When it began, UTC; None if it has not.
        seconds: How long it took; None if it has not ended.
        failures: The reason of each step that failed, one line each.
    """

    run_id: str
    job: str
    status: str
    started_at: datetime | None
    seconds: float | None
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FetchRecord:
    """How the last fetch of a source ended.

    Attributes:
        at: When, UTC.
        error: Why it failed, None if it did not.
    """

    at: datetime
    error: str | None


def past_runs(settings: Settings, *, limit: int) -> tuple[PastRun, ...]:
    """The newest runs, newest first."""
    if not _has_runs(settings):
        return ()
    with open_instance(settings) as instance:
        return tuple(
            _past_run(record, list(_outcomes(instance, record)))
            for record in instance.get_run_records(limit=limit)
        )


def last_fetches(settings: Settings) -> dict[str, FetchRecord]:
    """The last fetch of each source by its key, as far back as `RUNS_LOOKED_AT` runs."""
    if not _has_runs(settings):
        return {}
    found: dict[str, FetchRecord] = {}
    with open_instance(settings) as instance:
        for record in instance.get_run_records(limit=RUNS_LOOKED_AT):
            for at, event in _outcomes(instance, record):
                source = (event.step_key or "").removeprefix("raw__")
                if source != event.step_key and source not in found:
                    found[source] = FetchRecord(at, _error(event))
    return found


def _has_runs(settings: Settings) -> bool:
    return (dagster_home(settings) / CONFIG_NAME).exists()


def _outcomes(instance: DagsterInstance, record: RunRecord) -> Iterator[tuple[datetime, DagsterEvent]]:
    for entry in instance.all_logs(record.dagster_run.run_id, of_type=_OUTCOMES):
        if entry.dagster_event is not None:
            yield datetime.fromtimestamp(entry.timestamp, UTC), entry.dagster_event


def _past_run(record: RunRecord, outcomes: list[tuple[datetime, DagsterEvent]]) -> PastRun:
    started, ended = record.start_time, record.end_time
    return PastRun(
        run_id=record.dagster_run.run_id,
        job=record.dagster_run.job_name,
        status=record.dagster_run.status.value,
        started_at=None if started is None else datetime.fromtimestamp(started, UTC),
        seconds=None if started is None or ended is None else round(ended - started, 1),
        failures=tuple(error for _, event in outcomes if (error := _error(event)) is not None),
    )


def _error(event: DagsterEvent) -> str | None:
    """Our own errors carry their line; of any other, the cause's first line is taken."""
    if event.event_type is not DagsterEventType.STEP_FAILURE:
        return None
    failure = event.step_failure_data
    told = failure.user_failure_data
    if told is not None and told.description is not None:
        return told.description
    cause = failure.error if failure.error is None or failure.error.cause is None else failure.error.cause
    return "unknown error" if cause is None else cause.message.strip().split("\n")[0]
