"""How the end of a run is told: what failed and why, the table of ministries, how to look further.

Belongs here: the words and the JSON of a report. Does not belong here: the run (`pipeline.run`).
"""

from collections.abc import Iterable
from typing import Any

from pipeline.cli.output import Column, out, print_error, print_remark, print_table
from pipeline.errors import ExitCode
from pipeline.run.execute import RunReport
from pipeline.run.report import CheckReport, StepReport

_COLUMNS = (
    Column("Ministry"),
    Column("Releases", "right"),
    Column("new", "right"),
    Column("Facts", "right"),
    Column("new", "right"),
    Column("Newest"),
)
_SEE_PROBLEMS = 'svodka sql "SELECT kind, message FROM core.problem"'
_SEE_CHECKS = "a blocking check keeps new data from readers; `svodka ui` shows what it found"
_BUSY_CLASSES = frozenset({"WarehouseBusy"})


def exit_code_of_run(report: RunReport) -> ExitCode:
    """What the command ends with: the gravest of what happened."""
    broken = report.processed.failed
    if broken:
        return ExitCode.BUSY if broken[0].error_class in _BUSY_CLASSES else ExitCode.FAILED
    if any(check.severity == "ERROR" for check in report.processed.checks):
        return ExitCode.CHECK_FAILED
    if any(job.failed for job in report.fetched):
        return ExitCode.SOME_SOURCES_FAILED
    return ExitCode.OK


def print_report(report: RunReport) -> None:
    """Tells a person."""
    for job in (*report.fetched, report.processed):
        for step in job.failed:
            print_error(_failure(step, job.run_id))
    for check in report.processed.checks:
        if check.severity == "ERROR":
            print_error(f"check {check.name}: {check.message}; {_SEE_CHECKS}")
        else:
            print_remark(f"check {check.name}: {check.message}")
    _print_ministries(report)
    for line in _summary(report):
        out().print(line)


def report_document(report: RunReport) -> dict[str, Any]:
    """Tells a program; the fields are described in docs/runbook.md."""
    return {
        "exit_code": int(exit_code_of_run(report)),
        "runs": [
            {
                "run_id": job.run_id,
                "seconds": job.seconds,
                "steps": [_step_document(step) for step in job.steps],
                "checks": [_check_document(check) for check in job.checks],
            }
            for job in (*report.fetched, report.processed)
        ],
        "ministries": [
            {
                "ministry": ministry,
                "releases": releases,
                "releases_new": releases_new,
                "facts": facts,
                "facts_new": facts_new,
                "newest": newest,
            }
            for ministry, releases, releases_new, facts, facts_new, newest in _ministries(report)
        ],
    }


def _failure(step: StepReport, run_id: str) -> str:
    if step.error_class is not None:
        return str(step.error)
    return f"{step.asset}: {step.error}; this is a fault of svodka, the trace is in `svodka ui`, run {run_id}"


def _print_ministries(report: RunReport) -> None:
    rows = list(_ministries(report))
    totals = [sum(row[column] for row in rows) for column in range(1, 5)]
    rows.append(("Total", *totals, None))
    print_table(_COLUMNS, rows)


def _ministries(report: RunReport) -> Iterable[tuple[Any, ...]]:
    before = {one.ministry: one for one in report.before}
    for one in report.after:
        known = before.get(one.ministry)
        yield (
            one.ministry,
            one.releases,
            one.releases - (known.releases if known else 0),
            one.facts,
            one.facts - (known.facts if known else 0),
            one.newest,
        )


def _summary(report: RunReport) -> Iterable[str]:
    fetched = [step for job in report.fetched for step in job.steps]
    steps = {step.asset: step for step in report.processed.steps}
    landed = [step for step in fetched if step.error is None]
    asked = (
        f"{len(landed)} of {len(fetched)} sources, {_sum(landed, 'answers')} answers "
        f"({_sum(landed, 'unchanged')} unchanged); "
    )
    yield (
        f"\n{asked if fetched else ''}releases: {_n(steps, 'release', 'releases_added')} new, "
        f"{_n(steps, 'release', 'versions_added') - _n(steps, 'release', 'releases_added')} edited; "
        f"facts: {_n(steps, 'fact', 'facts_added')} new, {_n(steps, 'fact', 'facts_changed')} changed, "
        f"{_n(steps, 'fact', 'facts_deleted')} gone"
    )
    yield ", ".join(f"{name} {seconds:.1f} s" for name, seconds in _durations(report))
    problems = _n(steps, "release", "problems") + _n(steps, "fact", "problems")
    if problems:
        yield f"{problems} {'problem' if problems == 1 else 'problems'} noted:  {_SEE_PROBLEMS}"
    yield 'Look further:  svodka sql "SELECT * FROM facts LIMIT 10"   svodka ui'


def _n(steps: dict[str, StepReport], asset: str, name: str) -> int:
    return steps[asset].numbers.get(name, 0)


def _sum(steps: Iterable[StepReport], name: str) -> int:
    return sum(step.numbers.get(name, 0) for step in steps)


def _durations(report: RunReport) -> Iterable[tuple[str, float]]:
    if report.fetched:
        yield "fetch", sum(job.seconds for job in report.fetched)
    for step in report.processed.steps:
        yield step.asset, step.seconds or 0.0


def _step_document(step: StepReport) -> dict[str, Any]:
    return {"asset": step.asset, "seconds": step.seconds, "error": step.error, "numbers": dict(step.numbers)}


def _check_document(check: CheckReport) -> dict[str, Any]:
    return {"name": check.name, "severity": check.severity, "message": check.message}
