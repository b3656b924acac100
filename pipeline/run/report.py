"""What came of a run, as data: read from the events that Dagster stored, so that the UI shows the same.

Belongs here: the records of a report and how they are read from events. Does not belong here:
printing them (`pipeline.cli.run_tables`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dagster import AssetKey, DagsterEvent, DagsterEventType, ExecuteInProcessResult
from dagster._core.definitions.metadata import MetadataValue
from dagster._core.events import RunFailureReason
from dagster._core.execution.plan.objects import StepFailureData

from pipeline.assets.failures import ERROR_CLASS


@dataclass(frozen=True, slots=True)
class StepReport:
    """One asset of a run.

    Attributes:
        asset: Path of its key with slashes: `raw/kz_economy`, `fact`.
        seconds: How long it took; None if it was not reached.
        error: Why it failed, one line; None if it did not.
        error_class: Class of our error; None if it did not fail, or failed unexpectedly.
        numbers: The counts it reported.
    """

    asset: str
    seconds: float | None
    error: str | None
    error_class: str | None
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """One asset check that did not pass.

    Attributes:
        name: Name of the check.
        severity: `WARN` or `ERROR`.
        message: What it found, one line.
    """

    name: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class JobReport:
    """One Dagster run.

    Attributes:
        run_id: Id under which the UI shows it.
        seconds: How long it took, Dagster's own work included.
        steps: Its assets, in order of execution.
        checks: Checks that did not pass.
    """

    run_id: str
    seconds: float
    steps: tuple[StepReport, ...]
    checks: tuple[CheckReport, ...]

    @property
    def failed(self) -> tuple[StepReport, ...]:
        """The assets that failed."""
        return tuple(step for step in self.steps if step.error is not None)


def job_report(result: ExecuteInProcessResult, assets: Iterable[AssetKey], *, seconds: float) -> JobReport:
    """Reads the report of a finished run.

    Args:
        result: The run.
        assets: The assets it was to make.
        seconds: How long it took.
    """
    events = result.all_events
    return JobReport(
        run_id=result.run_id,
        seconds=seconds,
        steps=tuple(
            _step_report(key, [event for event in events if event.step_key == _step_key(key)])
            for key in assets
        ),
        checks=tuple(_checks(events)),
    )


def was_interrupted(result: ExecuteInProcessResult) -> bool:
    """Whether Ctrl-C ended the run; Dagster notes it and returns as after any failure."""
    return any(
        event.event_type is DagsterEventType.RUN_FAILURE
        and event.job_failure_data.failure_reason is RunFailureReason.UNEXPECTED_TERMINATION
        for event in result.all_events
    )


def _step_key(key: AssetKey) -> str:
    return "__".join(key.path)


def _step_report(key: AssetKey, events: list[DagsterEvent]) -> StepReport:
    seconds: float | None = None
    error = error_class = None
    numbers: dict[str, int] = {}
    for event in events:
        if event.event_type is DagsterEventType.STEP_SUCCESS:
            seconds = event.step_success_data.duration_ms / 1000
        elif event.event_type is DagsterEventType.STEP_FAILURE:
            error, error_class = _explain(event.step_failure_data)
        elif event.event_type is DagsterEventType.ASSET_MATERIALIZATION:
            numbers = _whole_numbers(event.step_materialization_data.materialization.metadata)
    return StepReport("/".join(key.path), seconds, error, error_class, numbers)


def _explain(failure: StepFailureData) -> tuple[str, str | None]:
    """Our own errors carry their line; of any other, the cause's first line is shown."""
    told = failure.user_failure_data
    if told is not None and told.description is not None:
        kind = told.metadata.get(ERROR_CLASS)
        return told.description, None if kind is None else str(kind.value)
    error = failure.error
    cause = error if error is None or error.cause is None else error.cause
    return ("unknown error" if cause is None else cause.message.strip().split("\n")[0]), None


def _whole_numbers(metadata: Mapping[str, MetadataValue]) -> dict[str, int]:
    return {
        name: value.value
        for name, value in metadata.items()
        if isinstance(value.value, int) and not isinstance(value.value, bool)
    }


def _checks(events: Iterable[DagsterEvent]) -> Iterable[CheckReport]:
    for event in events:
        if event.event_type is DagsterEventType.ASSET_CHECK_EVALUATION:
            found = event.asset_check_evaluation_data
            if not found.passed:
                yield CheckReport(found.check_name, found.severity.value, found.description or "")
