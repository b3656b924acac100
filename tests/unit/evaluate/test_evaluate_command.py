import json
import tomllib
from pathlib import Path

import pytest

from extractors.confidence import BASE
from pipeline.errors import ExitCode
from tests.unit.cli.command_line import CommandLine
from tests.unit.evaluate.samples import ENTRIES, TEXT, write_corpus


@pytest.fixture
def svodka(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(monkeypatch, capsys)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def test_figures_and_breakdowns_are_printed(svodka: CommandLine, corpus: Path) -> None:
    done = svodka(
        "evaluate", str(corpus), "--syntax", "none", "--errors", "1",
        "--by", "kind", "--by", "slot", "--by", "rule", "--by", "topic",
    )  # fmt: skip

    assert done.code == ExitCode.OK
    headings = "Slots of the facts found", "Kinds", "Rejections:", "Rules", "Topics", "Most frequent mistakes"
    for words in ("1 texts, 4 facts annotated", "mention", "calibration error", "schools", *headings):
        assert words in done.out


def test_json_holds_the_same_figures(svodka: CommandLine, corpus: Path) -> None:
    done = svodka("evaluate", str(corpus / "texts"), str(corpus / "facts"), "--syntax", "none", "--json")

    document = json.loads(done.out)
    assert (document["texts"], document["syntax"], document["annotation_problems"]) == (1, "none", [])
    mention = document["figures"]["mention"]
    assert mention["stated"] == 4
    assert mention["recall"] == mention["right"] / 4
    assert set(document["figures"]["slots"]) >= {"qualifier", "period", "part_of"}
    assert document["topics"]["schools"]["mention"] == mention


def test_mistakes_in_annotations_end_in_code_4(svodka: CommandLine, corpus: Path) -> None:
    write_corpus(corpus, doc_id="s2", facts=ENTRIES[:3])

    done = svodka("evaluate", str(corpus), "--syntax", "none")

    assert done.code == ExitCode.CHECK_FAILED
    assert "s2 text[" in done.err
    assert "number 3 is in no entry" in done.err


def test_what_is_no_corpus_is_one_line(svodka: CommandLine, tmp_path: Path) -> None:
    done = svodka("evaluate", str(tmp_path), "--syntax", "none")

    assert done.code == ExitCode.USAGE
    assert done.err.count("\n") == 1
    assert "no such folder" in done.err


def test_a_syntax_provider_that_is_not_there_is_one_line(svodka: CommandLine, corpus: Path) -> None:
    done = svodka("evaluate", str(corpus), "--syntax", "no_such_model")

    assert done.code == ExitCode.USAGE
    assert "no_such_model" in done.err


def test_page_baseline_and_weights_are_written(svodka: CommandLine, corpus: Path, tmp_path: Path) -> None:
    page, weights = tmp_path / "report.html", tmp_path / "weights.tsv"

    done = svodka(
        "evaluate", str(corpus), "--syntax", "none", "--html", str(page),
        "--write-baseline", "--fit-confidence", str(weights),
    )  # fmt: skip

    assert done.code == ExitCode.OK
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    baseline = tomllib.loads((corpus / "baseline.toml").read_text(encoding="utf-8"))
    assert baseline["syntax"] == "none"
    assert set(baseline["floors"]) >= {"mention_f1", "core_f1", "strict_f1", "slot_period"}
    assert weights.read_text(encoding="utf-8").splitlines()[1].startswith(f"{BASE}\t")


def test_a_baseline_of_a_part_is_refused(svodka: CommandLine, corpus: Path) -> None:
    done = svodka("evaluate", str(corpus), "--syntax", "none", "--only", "s*", "--write-baseline")

    assert done.code == ExitCode.USAGE
    assert not (corpus / "baseline.toml").exists()


def test_a_page_that_cannot_be_written_is_one_line(svodka: CommandLine, corpus: Path, tmp_path: Path) -> None:
    done = svodka("evaluate", str(corpus), "--syntax", "none", "--html", str(tmp_path / "no" / "page.html"))

    assert done.code == ExitCode.USAGE
    assert "cannot be written" in done.err


def test_agreement_of_two_passes(svodka: CommandLine, corpus: Path) -> None:
    done = svodka("evaluate", str(corpus), "--agreement", str(corpus / "facts"))
    as_json = svodka("evaluate", str(corpus), "--agreement", str(corpus / "facts"), "--json")

    assert (done.code, as_json.code) == (ExitCode.OK, ExitCode.OK)
    assert "0 disagreements" in done.out
    assert json.loads(as_json.out)["disagreements"] == []


def test_extract_explains_in_the_terminal_and_as_a_page(svodka: CommandLine, tmp_path: Path) -> None:
    text, page = tmp_path / "release.txt", tmp_path / "page.html"
    text.write_text(TEXT, encoding="utf-8")
    options = ("--published", "2025-12-01", "--syntax", "none")

    shown = svodka("extract", "--explain", *options, str(text))
    written = svodka("extract", "--explain-html", str(page), *options, str(text))

    assert (shown.code, written.code) == (ExitCode.OK, ExitCode.OK)
    assert "published 2025-12-01, syntax none" in shown.out
    assert "120[2] школ" in shown.out
    assert "rejected: date" in shown.out
    assert "120" in page.read_text(encoding="utf-8")
