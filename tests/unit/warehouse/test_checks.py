"""Every check finds its own fault, and none finds anything in sound data."""

from __future__ import annotations

from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from tests.unit.warehouse.builders import (
    extract_problem,
    extraction,
    fact,
    fetch,
    parse_problem,
    parsed,
    rejected,
    release,
    version,
    warc_file,
)
from warehouse.checks import SAMPLE_ROWS, CheckOutcome, Severity, load_checks, run_check, run_checks
from warehouse.errors import CheckInvalid
from warehouse.load import load_extractions, load_fetches, load_releases

TEXT = version(release(), fetch())
WHOLE = fact(TEXT, "23 тыс.")


@pytest.fixture
def sound(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    load_fetches(connection, [warc_file()], [fetch()])
    load_releases(connection, [release()], [TEXT], [parsed(fetch())], [])
    load_extractions(
        connection,
        [extraction(TEXT, fact_count=2, rejected_count=1)],
        [WHOLE, fact(TEXT, "18 тыс.", part_of=WHOLE.fact_id, value=18000)],
        [rejected(TEXT)],
        [],
    )
    return connection


def _run(connection: DuckDBPyConnection, name: str) -> CheckOutcome:
    [check] = [check for check in load_checks() if check.name == name]
    return run_check(connection, check)


def test_sound_data_passes_every_check(sound: DuckDBPyConnection) -> None:
    outcomes = run_checks(sound)

    assert [outcome.check.name for outcome in outcomes if not outcome.passed] == []
    assert [outcome.check for outcome in outcomes] == list(load_checks())


BREAKING = [
    ("duplicate_ids", "INSERT INTO raw.warc_file FROM raw.warc_file"),
    ("duplicate_ids", "INSERT INTO raw.fetch FROM raw.fetch"),
    ("duplicate_ids", "INSERT INTO core.parsed_fetch FROM core.parsed_fetch"),
    ("duplicate_ids", "INSERT INTO core.release FROM core.release"),
    ("duplicate_ids", "INSERT INTO core.release_version FROM core.release_version"),
    ("duplicate_ids", "INSERT INTO core.extraction FROM core.extraction"),
    ("duplicate_ids", "INSERT INTO core.fact FROM core.fact WHERE part_of IS NULL"),
    ("duplicate_ids", "INSERT INTO core.rejected_number FROM core.rejected_number"),
    ("quote_mismatch", "UPDATE core.fact SET char_start = char_start + 1 WHERE part_of IS NULL"),
    ("quote_mismatch", "UPDATE core.fact SET char_end = char_start WHERE part_of IS NULL"),
    ("quote_mismatch", "UPDATE core.fact SET char_start = -1 WHERE part_of IS NULL"),
    ("quote_mismatch", "UPDATE core.fact SET quote = '24 тыс.' WHERE part_of IS NULL"),
    ("quote_mismatch", "UPDATE core.rejected_number SET quote = '5,7%'"),
    ("quote_mismatch", "UPDATE core.rejected_number SET char_end = 100000"),
    ("orphan_rows", "DELETE FROM raw.warc_file"),
    ("orphan_rows", "UPDATE core.fact SET part_of = 'nobody' WHERE part_of IS NOT NULL"),
    ("orphan_rows", "INSERT INTO core.parsed_fetch VALUES ('nobody', 'p1', 0, 0)"),
    ("orphan_rows", "UPDATE core.release_version SET release_id = 'nobody'"),
    ("orphan_rows", "DELETE FROM core.parsed_fetch"),
    ("orphan_rows", "INSERT INTO core.extraction VALUES ('nobody', 'e1', 'none', 0, 0, 0)"),
    ("orphan_rows", "DELETE FROM core.extraction"),
    ("wrong_counts", "UPDATE core.extraction SET fact_count = 3"),
    ("wrong_counts", "DELETE FROM core.rejected_number"),
    ("unknown_words", "UPDATE core.fact SET qualifier = 'roughly' WHERE part_of IS NULL"),
    ("unknown_words", "UPDATE core.fact SET direction = 'sideways' WHERE part_of IS NULL"),
    ("unknown_words", "UPDATE core.rejected_number SET reason = ''"),
    ("unknown_words", "UPDATE core.release_version SET published_zone = 'guessed'"),
    ("impossible_values", "UPDATE core.fact SET confidence = 1.001 WHERE part_of IS NULL"),
    ("impossible_values", "UPDATE core.fact SET period_end = period_start - 1 WHERE part_of IS NULL"),
    ("impossible_values", "UPDATE core.fact SET period_start = NULL WHERE part_of IS NULL"),
    ("impossible_values", "UPDATE core.fact SET period_grain = NULL WHERE part_of IS NULL"),
    ("impossible_values", "UPDATE core.fact SET period_source = NULL WHERE part_of IS NULL"),
    ("impossible_values", "UPDATE core.fact SET part_of = fact_id WHERE part_of IS NULL"),
    ("odd_values", "UPDATE core.fact SET value_max = value WHERE part_of IS NULL"),
    ("odd_values", "UPDATE core.fact SET direction = 'up' WHERE part_of IS NULL"),
    ("odd_values", "UPDATE core.fact SET kind = 'money' WHERE part_of IS NULL"),
    ("odd_values", "UPDATE core.fact SET kind = 'percent', unit = 'pp' WHERE part_of IS NULL"),
    ("odd_values", "UPDATE core.fact SET kind = 'percent_points', unit = '%' WHERE part_of IS NULL"),
    ("odd_values", "UPDATE core.fact SET kind = 'ratio' WHERE part_of IS NULL"),
    ("odd_values", "UPDATE core.fact SET unit = 'KZT' WHERE part_of IS NULL"),
    ("totals_off", "UPDATE core.fact SET value = 24000 WHERE part_of IS NOT NULL"),
    ("unread_text", "DELETE FROM core.extraction"),
    ("date_missing", "UPDATE core.release_version SET published_on = NULL"),
]


@pytest.mark.parametrize(("name", "statement"), BREAKING)
def test_a_check_finds_its_fault(sound: DuckDBPyConnection, name: str, statement: str) -> None:
    sound.execute(statement)

    outcome = _run(sound, name)

    assert outcome.row_count == len(outcome.sample) >= 1
    assert len(outcome.columns) == len(outcome.sample[0])


def test_every_check_that_needs_no_special_data_is_broken_above() -> None:
    shown_elsewhere = {"not_understood", "silent_source", "set_aside"}

    assert {name for name, _statement in BREAKING} | shown_elsewhere == {
        check.name for check in load_checks()
    }


def test_problems_are_found(sound: DuckDBPyConnection) -> None:
    load_releases(sound, [release()], [TEXT], [parsed(fetch())], [parse_problem(fetch())])

    outcome = _run(sound, "set_aside")

    assert [row[:4] for row in outcome.sample] == [("parse", "kz_economy", "no_title", "item 7 has no title")]


def test_problems_without_their_payload_or_text_are_orphans(sound: DuckDBPyConnection) -> None:
    elsewhere = version(release(7), fetch(7))
    sound.execute("INSERT INTO core.problem VALUES ('a', 'parse', 's', 'nobody', NULL, 'k', 'm', NULL, 'p1')")
    load_extractions(sound, [extraction(elsewhere, fact_count=0)], [], [], [extract_problem(elsewhere)])

    found = {(row[0], row[2]) for row in _run(sound, "orphan_rows").sample}

    assert found == {
        ("core.problem", "raw.fetch"),
        ("core.problem", "core.release_version"),
        ("core.extraction", "core.release_version"),
    }


@pytest.mark.parametrize(("without_subject", "is_found"), [(4, True), (3, False)])
def test_a_source_whose_numbers_are_not_understood_is_named(
    connection: DuckDBPyConnection, *, without_subject: int, is_found: bool
) -> None:
    text = version(release(), fetch(), body="1234567890 1234567890")
    load_releases(connection, [release()], [text], [parsed(fetch())], [])
    places = [place for place in range(21) if place != 10]
    facts = [
        fact(text, text.body[place], char_start=place, subject="" if number < without_subject else "школа")
        for number, place in enumerate(places)
    ]
    load_extractions(connection, [extraction(text, fact_count=20)], facts, [], [])

    outcome = _run(connection, "not_understood")

    assert outcome.sample == ((("kz_economy", 20, 4, 20.0),) if is_found else ())


def test_few_numbers_say_nothing_about_a_source(sound: DuckDBPyConnection) -> None:
    sound.execute("UPDATE core.fact SET subject = ''")

    assert _run(sound, "not_understood").passed


def test_a_source_that_was_parsed_and_gave_nothing_is_named_but_not_one_that_was_not_parsed(
    sound: DuckDBPyConnection,
) -> None:
    silent, unread = fetch(2, source="kz_silent"), fetch(3, source="kz_unread")
    load_fetches(sound, [], [silent, unread])
    load_releases(sound, [], [], [parsed(silent, release_count=0)], [])

    assert [row[0] for row in _run(sound, "silent_source").sample] == ["kz_silent"]


def test_a_sample_is_short_and_the_count_is_not(sound: DuckDBPyConnection) -> None:
    sound.execute("INSERT INTO core.parsed_fetch SELECT 'nobody' || i, 'p1', 0, 0 FROM range(100) AS t(i)")

    outcome = _run(sound, "orphan_rows")

    assert (outcome.row_count, len(outcome.sample)) == (100, SAMPLE_ROWS)
    assert not outcome.passed


@pytest.mark.parametrize(
    "header",
    [
        "SELECT 1",
        "-- title: No severity\n-- blocking: yes\nSELECT 1",
        "-- title: Wrong\n-- severity: fatal\n-- blocking: yes\nSELECT 1",
        "-- title: Wrong\n-- severity: warn\n-- blocking: maybe\nSELECT 1",
        "-- title: \n-- severity: warn\n-- blocking: no\nSELECT 1",
    ],
)
def test_a_file_without_a_complete_header_is_refused(tmp_path: Path, header: str) -> None:
    (tmp_path / "mine.sql").write_text(header)

    with pytest.raises(CheckInvalid, match=r"mine\.sql does not say what it is; begin with the lines"):
        load_checks(tmp_path)


def test_a_check_that_does_not_run_is_named(connection: DuckDBPyConnection, tmp_path: Path) -> None:
    (tmp_path / "mine.sql").write_text("-- title: T\n-- severity: warn\n-- blocking: no\nSELECT nonsense")
    [check] = load_checks(tmp_path)

    with pytest.raises(CheckInvalid, match=r"check mine does not run .*nonsense"):
        run_check(connection, check)


def test_only_errors_block() -> None:
    assert {check.severity for check in load_checks() if check.blocking} == {Severity.ERROR}
