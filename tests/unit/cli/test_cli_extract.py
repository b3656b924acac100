import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from extractors import Extraction
from pipeline.cli import extract_output, syntax_choice
from pipeline.errors import ExitCode
from tests.unit.cli.command_line import CommandLine
from tests.unit.cli.sample_extraction import EXTRACTION, TEXT


class FakeExtractor:
    """Gives the sample extraction for the sample text and nothing for any other text.

    Attributes:
        asked: Texts, publication days and syntax providers, in order.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, date | None, str]] = []

    def __call__(self, text: str, *, published: date | None, syntax: str) -> Extraction:
        self.asked.append((text, published, syntax))
        return EXTRACTION if text == TEXT else Extraction((), ())


pytestmark = pytest.mark.usefixtures("tmp_home")


@pytest.fixture(autouse=True)
def extractor(monkeypatch: pytest.MonkeyPatch) -> FakeExtractor:
    fake = FakeExtractor()
    monkeypatch.setattr(extract_output, "extract_facts", fake)
    monkeypatch.setattr(syntax_choice, "load_syntax", lambda _name: None)
    return fake


def line(doc_id: str, text: str = TEXT, published: str | None = None) -> str:
    return json.dumps({"id": doc_id, "published": published, "text": text}) + "\n"


def test_json_lines_in_and_out(svodka: CommandLine, extractor: FakeExtractor) -> None:
    shown = svodka("extract", "--jsonl", stdin=line("a", published="2025-12-19") + "\n" + line("b"))
    found = [json.loads(text) for text in shown.out.splitlines()]
    assert shown.code == 0
    assert [(fact["doc_id"], fact["value"]) for fact in found] == [
        (doc_id, value) for doc_id in "ab" for value in ("2292", "2185", "5.6")
    ]
    assert extractor.asked == [(TEXT, date(2025, 12, 19), "slovnet"), (TEXT, None, "slovnet")]


def test_rejected_numbers_come_when_asked_for(svodka: CommandLine) -> None:
    shown = svodka("extract", "--jsonl", "--rejected", stdin=line("a"))
    found = [json.loads(text) for text in shown.out.splitlines()]
    assert [record.get("reason") for record in found] == ["date", None, None, None]


def test_a_malformed_line_is_named_and_those_before_it_are_answered(svodka: CommandLine) -> None:
    shown = svodka("extract", "--jsonl", stdin=line("a") + "{\n" + line("b"))
    assert shown.code == ExitCode.USAGE
    assert shown.err.startswith("svodka: standard input, line 2: not JSON")
    assert len(shown.out.splitlines()) == 3


def test_a_line_that_is_no_utf8_is_named(svodka: CommandLine) -> None:
    shown = svodka("extract", "--jsonl", stdin="5 школ".encode("cp1251"))
    assert shown.code == ExitCode.USAGE
    assert "standard input, line 1: 'utf-8' codec" in shown.err


def test_a_plain_text_is_left_as_it_is(svodka: CommandLine, extractor: FakeExtractor, tmp_path: Path) -> None:
    text = "  5\u00a0школ \n\n\n и\tдве "
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes("семь школ".encode("cp1251"))
    svodka("extract", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--published", "2025-12-19")
    assert extractor.asked == [
        (text, date(2025, 12, 19), "slovnet"),
        ("семь школ", date(2025, 12, 19), "slovnet"),
    ]


def test_html_becomes_text(svodka: CommandLine, extractor: FakeExtractor, tmp_path: Path) -> None:
    page = "<html><head><title>x</title></head><body><nav>7</nav><p>Открыто <b>1</b>5 школ</p></body></html>"
    (tmp_path / "page.HTML").write_text(page, encoding="utf-8")
    svodka("extract", str(tmp_path / "page.HTML"))
    svodka("extract", "--html", stdin="<p>5<i>0</i> школ</p>")
    assert [text for text, _, _ in extractor.asked] == ["Открыто 15 школ", "50 школ"]


def test_files_of_json_lines_are_known_by_their_name(svodka: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line("a"), encoding="utf-8")
    assert svodka("extract", str(tmp_path / "a.jsonl"), "--format", "csv").out.count("a:24-29") == 2


def test_the_stated_day_stands_before_the_option(svodka: CommandLine, extractor: FakeExtractor) -> None:
    lines = line("a", published="2025-12-19") + line("b")
    svodka("extract", "--jsonl", "--published", "2026-01-01", stdin=lines)
    assert [published for _, published, _ in extractor.asked] == [date(2025, 12, 19), date(2026, 1, 1)]


def test_a_table_for_people(svodka: CommandLine) -> None:
    shown = svodka("extract", "--rejected", stdin=TEXT)
    lines = shown.out.splitlines()
    assert lines[0].rstrip() == "-, facts: 3"
    assert " ".join(lines[3].split()) == "2 185 over 2185 count проект – 2025-01-01…2025-12-31 – 0.97"
    assert " ".join(lines[4].split()) == "5,60% – 5.6…6 % – up planned – 0.97"
    assert lines[5].rstrip() == "Numbers that state no fact: 1"
    assert lines[7].split() == ["2025", "date", "time"]
    assert "No publication day is known" in shown.err


def test_csv_and_json_hold_the_same_records(svodka: CommandLine) -> None:
    rows = list(
        csv.DictReader(io.StringIO(svodka("extract", "--format", "csv", "--rejected", stdin=TEXT).out))
    )
    found = json.loads(svodka("extract", "--format", "json", "--rejected", stdin=TEXT).out)
    assert [row["quote"] for row in rows] == [record["quote"] for record in found]
    assert rows[0]["rejected"] == "true"
    assert rows[2]["part_of"] == found[2]["part_of"] == "-:24-29"
    assert rows[3]["period_start"] == ""
    assert json.loads(svodka("extract", "--format", "json", stdin="x").out) == []


def test_a_file_that_is_not_there(svodka: CommandLine) -> None:
    shown = svodka("extract", "no/such.txt")
    assert shown.code == ExitCode.USAGE
    assert shown.err.startswith("svodka: no/such.txt cannot be read (No such file or directory)")


def test_bytes_that_are_no_text(svodka: CommandLine) -> None:
    shown = svodka("extract", stdin=b"\xff\x00\x81")
    assert shown.code == ExitCode.USAGE
    assert shown.err.startswith("svodka: standard input: ")


def test_a_syntax_provider_that_is_not_installed(
    svodka: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    shown = svodka("extract", "--syntax", "no_such_pipeline", stdin=TEXT)
    assert shown.code == ExitCode.USAGE
    assert "syntax 'no_such_pipeline' cannot be used" in shown.err
    assert "--syntax slovnet or none always can" in shown.err
