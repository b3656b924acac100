"""The fact stage over a real warehouse, with an extractor of a few lines."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from extractors import EXTRACTOR_VERSION, Extraction, Rejection, RejectionReason
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from pipeline.stages import fact as fact_stage
from pipeline.stages.fact import fact
from pipeline.stages.progress import Advance
from pipeline.stages.warehouse import open_warehouse
from warehouse.ids import stable_hash
from warehouse.load import load_releases
from warehouse.rows import ParsedFetchRow, ReleaseRow, ReleaseVersionRow

NOON = datetime(2026, 1, 5, 7, tzinfo=UTC)


def reject_all(text: str, **_options: object) -> Extraction:
    return Extraction(
        (),
        tuple(
            Rejection(found[0], found.start(), found.end(), RejectionReason.OTHER, "test")
            for found in re.finditer(r"\d+", text)
        ),
    )


class Counting:
    """Says how often it was asked, and fails on a word."""

    def __init__(self, poison: str = "\0") -> None:
        self.read: list[str] = []
        self._poison = poison

    def __call__(self, text: str, **_options: object) -> Extraction:
        if text:
            self.read.append(text)
        if self._poison in text:
            raise ValueError("poison")
        return reject_all(text)


class Listening:
    """Remembers the tasks it was told of and how far they came."""

    def __init__(self) -> None:
        self.tasks: list[tuple[str, int | None]] = []
        self.done = 0

    @contextmanager
    def task(self, title: str, *, unit: str, total: int | None) -> Iterator[Advance]:
        self.tasks.append((f"{title} {unit}", total))

        def advance(units: int) -> None:
            self.done += units

        yield advance


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, syntax="none", lock_wait=timedelta())


def _store(settings: Settings, *bodies: str, language: str = "ru") -> None:
    releases, versions = [], []
    for body in bodies:
        release_id = stable_hash("test", "news", body)
        releases.append(ReleaseRow(release_id, "test", "news", body, "kz", "kz_edu", "МП", None, NOON))
        versions.append(
            ReleaseVersionRow(
                version_id=stable_hash(release_id, body),
                release_id=release_id,
                content_hash=body,
                source="kz_edu",
                slug="edu",
                publisher="МП",
                url=None,
                title="Заголовок",
                body=body,
                language=language,
                published_at=NOON,
                published_on=NOON.date(),
                published_zone="stated",
                flags=(),
                fetch_id=f"fetch-{bodies[0]}",
                fetched_at=NOON,
                parser_version="1",
            )
        )
    with open_warehouse(settings) as connection:
        load_releases(
            connection, releases, versions, [ParsedFetchRow(f"fetch-{bodies[0]}", "1", len(releases), 0)], []
        )


def _rows(settings: Settings, query: str) -> list[tuple[object, ...]]:
    with open_warehouse(settings) as connection:
        return connection.execute(query).fetchall()


def test_each_text_is_read_once(settings: Settings) -> None:
    _store(settings, "Школ 25", "Больниц 7 и 8")
    extract = Counting()
    first = fact(settings, extract=extract)
    assert (first.texts, first.characters, first.counts.added) == (2, 20, 5)
    again = fact(settings, extract=extract)
    assert (again.texts, again.counts.is_unchanged) == (0, True)
    assert sorted(extract.read) == ["Больниц 7 и 8", "Школ 25"]


def test_only_russian_texts_are_read(settings: Settings) -> None:
    _store(settings, "25 мектеп", language="kk")
    assert fact(settings, extract=Counting()).texts == 0


def test_another_syntax_provider_reads_again(settings: Settings) -> None:
    _store(settings, "Школ 25")
    fact(settings, extract=reject_all)
    other = settings.model_copy(update={"syntax": "slovnet"})
    outcome = fact(other, extract=reject_all)
    assert outcome.texts == 1
    assert _rows(settings, "SELECT extractor_version, syntax FROM core.extraction") == [
        (EXTRACTOR_VERSION, "slovnet")
    ]


def test_a_text_that_fails_costs_no_other_and_is_not_tried_again(settings: Settings) -> None:
    _store(settings, "Школ 25", "Яд 7")
    extract = Counting(poison="Яд")
    outcome = fact(settings, extract=extract)
    assert (outcome.texts, outcome.problems) == (2, 1)
    assert _rows(settings, "SELECT quote FROM core.rejected_number") == [("25",)]
    assert _rows(settings, "SELECT kind, source FROM core.problem") == [("extractor_failed", "kz_edu")]
    assert fact(settings, extract=extract).texts == 0


def test_what_was_stored_before_a_stop_is_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_stage, "CHARACTERS_PER_LOAD", 1)
    _store(settings, "Школ 1", "Школ 2", "Школ 3")

    class StopError(BaseException):
        pass

    class Stopping(Counting):
        def __call__(self, text: str, **_options: object) -> Extraction:
            if len(self.read) == 2:
                raise StopError
            return super().__call__(text)

    with pytest.raises(StopError):
        fact(settings, extract=Stopping())
    assert _rows(settings, "SELECT count(*) FROM core.extraction") == [(2,)]
    extract = Counting()
    fact(settings, extract=extract)
    assert len(extract.read) == 1
    assert _rows(settings, "SELECT count(*), count(DISTINCT version_id) FROM core.rejected_number") == [
        (3, 3)
    ]


def test_a_provider_that_is_not_installed_is_said_before_any_text(settings: Settings) -> None:
    _store(settings, "Школ 25")

    def extract(_text: str, *, syntax: str, **_options: object) -> Extraction:
        raise LookupError(f"syntax provider {syntax!r} is not installed")

    with pytest.raises(SettingsError, match=r"SVODKA_SYNTAX.*'none' is not installed"):
        fact(settings, extract=extract)
    assert _rows(settings, "SELECT count(*) FROM core.extraction") == [(0,)]


def test_progress_is_told_in_characters(settings: Settings) -> None:
    _store(settings, "Школ 25", "Больниц 7")
    listening = Listening()
    fact(settings, extract=reject_all, progress=listening)
    assert listening.tasks == [("fact characters", 16)]
    assert listening.done == 16


def test_several_processes_give_the_same_rows(settings: Settings, tmp_path: Path) -> None:
    alone = Settings(home=tmp_path / "alone", syntax="none")
    bodies = [f"Школ {number}" for number in range(20)]
    for home in (settings, alone):
        _store(home, *bodies)
    assert fact(settings, extract=reject_all, processes=2).counts.added == 40
    fact(alone, extract=reject_all, processes=1)
    query = "SELECT rejected_id, quote FROM core.rejected_number ORDER BY ALL"
    assert _rows(settings, query) == _rows(alone, query)


def test_decimal_and_date_columns_survive(settings: Settings) -> None:
    """The stage itself adds nothing to what the extractor said; one value, end to end."""
    from tests.unit.pipeline.stages.test_fact_rows import SCHOOLS, TEXT

    def extract(text: str, **_options: object) -> Extraction:
        return Extraction((SCHOOLS,) if text else (), ())

    _store(settings, TEXT.body)
    fact(settings, extract=extract)
    assert _rows(settings, "SELECT value, period_start, confidence FROM core.fact") == [
        (Decimal("25.000000000"), date(2026, 1, 5), Decimal("0.876"))
    ]
