"""How a report is told: exit codes, lines, JSON."""

import json
from datetime import date

import pytest

from pipeline.cli.run_tables import exit_code_of_run, print_report, report_document
from pipeline.errors import ExitCode
from pipeline.run.execute import RunReport
from pipeline.run.ministries import MinistryTotal
from pipeline.run.report import CheckReport, JobReport, StepReport

EDU = StepReport("raw/kz_edu", 1.5, None, None, {"answers": 3, "unchanged": 1})
DEAD = StepReport("raw/kz_dsm", None, "kz_dsm: refused; ask the owner", "SourceRefused", {})
RELEASE = StepReport("release", 0.5, None, None, {"releases_added": 2, "versions_added": 3, "problems": 1})
FACT = StepReport("fact", 2.0, None, None, {"facts_added": 40, "facts_changed": 5, "facts_deleted": 6})
PUBLISHED = StepReport("published", 0.1, None, None, {})
WARNING = CheckReport("odd_values", "WARN", "3 found: facts that were probably misread")


def _report(
    *fetched: StepReport,
    processed: tuple[StepReport, ...] = (RELEASE, FACT, PUBLISHED),
    checks: tuple[CheckReport, ...] = (),
) -> RunReport:
    return RunReport(
        fetched=(JobReport("run-1", 1.5, fetched, ()),),
        processed=JobReport("run-2", 3.0, processed, checks),
        before=(MinistryTotal("МП", 1, 10, None),),
        after=(MinistryTotal("МП", 3, 45, date(2026, 1, 5)), MinistryTotal("МЗ", 1, 5, None)),
    )


def _broken(error_class: str | None) -> tuple[StepReport, ...]:
    return (
        RELEASE,
        StepReport("fact", None, "no room", error_class, {}),
        StepReport("published", None, None, None, {}),
    )


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (_report(EDU), ExitCode.OK),
        (_report(EDU, checks=(WARNING,)), ExitCode.OK),
        (_report(EDU, DEAD), ExitCode.SOME_SOURCES_FAILED),
        (_report(EDU, DEAD, checks=(CheckReport("ids", "ERROR", ""),)), ExitCode.CHECK_FAILED),
        (_report(EDU, DEAD, processed=_broken("WarehouseBusy")), ExitCode.BUSY),
        (_report(EDU, processed=_broken("SvodkaError")), ExitCode.FAILED),
        (_report(EDU, processed=_broken(None)), ExitCode.FAILED),
    ],
)
def test_the_exit_code_is_the_gravest_thing(report: RunReport, code: ExitCode) -> None:
    assert exit_code_of_run(report) is code


def test_a_failed_source_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(_report(EDU, DEAD))
    shown = capsys.readouterr()
    assert shown.err == "svodka: kz_dsm: refused; ask the owner\n"
    assert "1 of 2 sources" in shown.out


def test_an_unexpected_error_names_the_run_with_its_trace(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(_report(EDU, processed=_broken(None)))
    assert "svodka: fact: no room; this is a fault of svodka" in (error := capsys.readouterr().err)
    assert "run-2" in error


def test_the_table_says_what_is_there_and_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(_report(EDU))
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["МП", "3", "2", "45", "35", "2026-01-05"] in lines
    assert ["МЗ", "1", "1", "5", "5", "–"] in lines
    assert ["Total", "4", "3", "50", "40", "–"] in lines


def test_the_summary_counts_edits_and_changes(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(_report(EDU))
    shown = capsys.readouterr().out
    assert "3 answers (1 unchanged); releases: 2 new, 1 edited; facts: 40 new, 5 changed, 6 gone" in shown
    assert "fetch 1.5 s, release 0.5 s, fact 2.0 s, published 0.1 s" in shown
    assert "1 problem noted" in shown
    assert "svodka ui" in shown


def test_a_blocking_check_is_an_error_and_a_warning_is_a_remark(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(_report(EDU, checks=(WARNING, CheckReport("duplicate_ids", "ERROR", "1 found: ids twice"))))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "check odd_values: 3 found: facts that were probably misread"
    assert lines[1].startswith("svodka: check duplicate_ids: 1 found: ids twice; ")


def test_a_run_without_fetching_does_not_speak_of_sources(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(RunReport((), JobReport("run-2", 3.0, (RELEASE, FACT, PUBLISHED), ()), (), ()))
    assert "sources" not in capsys.readouterr().out


def test_the_document_is_json_with_every_step() -> None:
    document = report_document(_report(EDU, DEAD, checks=(WARNING,)))
    json.dumps(document, default=str)
    assert document["exit_code"] == 3
    steps = [step for run in document["runs"] for step in run["steps"]]
    assert [step["asset"] for step in steps] == ["raw/kz_edu", "raw/kz_dsm", "release", "fact", "published"]
    assert steps[1]["error"] == "kz_dsm: refused; ask the owner"
    assert document["runs"][1]["checks"] == [
        {"name": "odd_values", "severity": "WARN", "message": "3 found: facts that were probably misread"}
    ]
    assert document["ministries"][0]["facts_new"] == 35
