import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.evaluate.corpus import Corpus, CorpusError, corpus_folders, find_occurrence, load_corpus
from tests.unit.evaluate.samples import ENTRIES, REJECTED, TEXT, entry, write_corpus


def load(folder: Path, only: str = "*") -> Corpus:
    return load_corpus(*corpus_folders([folder]), only=only)


def test_a_clean_corpus_is_read_whole(tmp_path: Path) -> None:
    corpus = load(write_corpus(tmp_path))

    assert corpus.problems == ()
    (text,) = corpus.texts
    assert (text.doc_id, text.published, text.topic) == ("s1", date(2025, 12, 1), "schools")
    assert [(fact.value, fact.part_of) for fact in text.facts][:2] == [(Decimal(120), None), (Decimal(80), 0)]
    assert text.facts[0].period == (date(2025, 1, 1), date(2025, 12, 31))
    assert all(TEXT[fact.start : fact.end] == fact.quote for fact in (*text.facts, *text.rejected))
    assert text.rejected[0].reason == "date"


@pytest.mark.parametrize(
    ("slots", "message"),
    [
        ({"quote": "999"}, "quote '999' does not occur 1 times"),
        ({"occurrence": 1}, "quote '120' does not occur 2 times"),
        ({"kind": "amount"}, "kind"),
        ({"qualifier": "nearly"}, "qualifier"),
        ({"measure": "delta"}, "measure"),
        ({"direction": "sideways"}, "direction"),
        ({"modality": "likely"}, "modality"),
        ({"value": "many"}, "value"),
        ({"value_max": "many"}, "value_max"),
        ({"subject": ""}, "subject"),
        ({"subject_head": None}, "subject_head"),
        ({"period": ["2025-13-01", "2025-12-31"]}, "period"),
    ],
)
def test_an_entry_with_a_mistake_is_set_aside_and_named(
    tmp_path: Path, slots: dict[str, object], message: str
) -> None:
    corpus = load(write_corpus(tmp_path, facts=[ENTRIES[0] | slots, *ENTRIES[2:]], rejected=[]))

    assert len(corpus.texts[0].facts) == 2
    mistake = next(problem for problem in corpus.problems if problem.entry == "facts[0]")
    assert message in mistake.message


def test_a_mistake_in_one_entry_keeps_part_of_of_the_others(tmp_path: Path) -> None:
    facts = [entry("4,5 млрд тенге", "4,5"), *ENTRIES[:1], ENTRIES[1] | {"part_of": 1}, ENTRIES[3]]
    corpus = load(write_corpus(tmp_path, facts=facts))

    assert [fact.part_of for fact in corpus.texts[0].facts] == [None, 0, None]
    assert [problem.entry for problem in corpus.problems] == ["facts[0]"]


@pytest.mark.parametrize("part_of", [1, 7])
def test_a_part_of_nothing_else_is_named(tmp_path: Path, part_of: int) -> None:
    corpus = load(write_corpus(tmp_path, facts=[ENTRIES[0], ENTRIES[1] | {"part_of": part_of}, *ENTRIES[2:]]))

    assert corpus.texts[0].facts[1].part_of is None
    assert [problem.message for problem in corpus.problems] == [
        f"part_of {part_of} is no other fact of the file"
    ]


def test_a_number_in_no_entry_is_named(tmp_path: Path) -> None:
    corpus = load(write_corpus(tmp_path, rejected=[]))

    assert [problem.message for problem in corpus.problems] == [f"number 2025 is in no entry: {TEXT[:26]!r}"]


def test_an_unknown_field_and_an_unknown_reason_are_named_but_kept(tmp_path: Path) -> None:
    rejected = [REJECTED[0] | {"reason": "year"}]
    facts = [ENTRIES[0] | {"note": "?"}, *ENTRIES[1:]]
    corpus = load(write_corpus(tmp_path, facts=facts, rejected=rejected, author="x"))

    assert len(corpus.texts[0].facts) == 4
    assert corpus.texts[0].rejected[0].reason == "year"
    assert [(p.entry, p.message.split(",")[0].split(" is ")[0]) for p in corpus.problems] == [
        ("file", "unknown field 'author'"),
        ("facts[0]", "unknown field 'note'"),
        ("rejected[0]", "reason 'year'"),
    ]


def test_a_null_may_be_left_out(tmp_path: Path) -> None:
    bare = {key: value for key, value in ENTRIES[0].items() if value is not None and key != "occurrence"}
    corpus = load(write_corpus(tmp_path, facts=[bare, *ENTRIES[1:]]))

    assert corpus.problems == ()
    assert corpus.texts[0].facts[0].direction is None


def test_only_reads_the_named_texts(tmp_path: Path) -> None:
    write_corpus(tmp_path, doc_id="a1")
    write_corpus(tmp_path, doc_id="b1")

    assert [text.doc_id for text in load(tmp_path, "a*").texts] == ["a1"]
    with pytest.raises(CorpusError, match=r"no file c\*\.json"):
        load(tmp_path, "c*")


def test_a_file_that_is_no_annotation_is_refused(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    path = tmp_path / "facts" / "s1.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({key: value for key, value in content.items() if key != "facts"}))

    with pytest.raises(CorpusError, match=r"s1\.json: facts: Field required"):
        load(tmp_path)


def test_a_missing_text_is_refused(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    (tmp_path / "texts" / "s1.txt").unlink()

    with pytest.raises(CorpusError, match=r"text .* is missing"):
        load(tmp_path)


def test_folders_are_one_with_both_or_both(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    both = (tmp_path / "texts", tmp_path / "facts")

    assert corpus_folders([tmp_path]) == both
    assert corpus_folders([*both]) == both
    with pytest.raises(CorpusError, match="3 paths"):
        corpus_folders([tmp_path] * 3)
    with pytest.raises(CorpusError, match="no such folder"):
        corpus_folders([tmp_path / "facts"])


@pytest.mark.parametrize(
    ("quote", "occurrence", "span"),
    [("11", 0, (0, 2)), ("11", 1, (1, 3)), ("11", 2, (4, 6)), ("11", 3, None), ("2", 0, None)],
)
def test_occurrences_may_overlap(quote: str, occurrence: int, span: tuple[int, int] | None) -> None:
    assert find_occurrence("111 11", quote, occurrence) == span
