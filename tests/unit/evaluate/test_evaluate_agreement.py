import shutil
from pathlib import Path

import pytest

from pipeline.evaluate.agreement import compare_passes
from pipeline.evaluate.agreement_tables import agreement_tables
from pipeline.evaluate.corpus import CorpusError
from pipeline.evaluate.figures import Share
from tests.unit.evaluate.samples import ENTRIES, write_corpus


@pytest.fixture
def passes(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Texts, a first pass of two texts and a second pass of one of them with three differences."""
    write_corpus(tmp_path, doc_id="s1")
    write_corpus(tmp_path, doc_id="s2")
    changed = [
        ENTRIES[0] | {"period": None},
        ENTRIES[1] | {"qualifier": "at_least", "part_of": None},
        ENTRIES[2],
    ]
    rejected = [{"quote": "2025", "reason": "date"}, {"quote": "3", "occurrence": 0, "reason": "other"}]
    write_corpus(tmp_path / "other", doc_id="s1", facts=changed, rejected=rejected)
    shutil.copytree(tmp_path / "other" / "facts", tmp_path / "second")
    return tmp_path / "texts", tmp_path / "facts", tmp_path / "second"


def test_differences_of_two_passes_are_listed_in_text_order(passes: tuple[Path, Path, Path]) -> None:
    agreement = compare_passes(*passes)

    assert agreement.texts == 1
    assert (agreement.mention.right, agreement.mention.found, agreement.mention.stated) == (3, 4, 3)
    assert [(d.quote, d.slot, d.first, d.second) for d in agreement.disagreements] == [
        ("120", "period", "2025-01-01..2025-12-31", "none"),
        ("80", "qualifier", "over", "at_least"),
        ("80", "part_of", "120", "none"),
        ("3%", "fact", "3 % (percent)", "none"),
    ]
    assert agreement.slots["period"] == Share(2, 3)
    assert agreement.problems == ()


def test_a_pass_agrees_with_itself(passes: tuple[Path, Path, Path]) -> None:
    texts, first, _ = passes
    agreement = compare_passes(texts, first, first)

    assert (agreement.texts, agreement.strict.f1, agreement.disagreements) == (2, 1.0, ())
    assert all(share.ratio == 1.0 for share in agreement.slots.values())


def test_passes_without_a_common_text_are_refused(passes: tuple[Path, Path, Path]) -> None:
    texts, first, second = passes
    (second / "s1.json").unlink()
    with pytest.raises(CorpusError, match="no file"):
        compare_passes(texts, first, second)
    (second / "s2.json").write_bytes((first / "s2.json").read_bytes())
    (first / "s2.json").unlink()
    with pytest.raises(CorpusError, match="share no file"):
        compare_passes(texts, first, second)


def test_tables_show_shares_and_differences(passes: tuple[Path, Path, Path]) -> None:
    headline, slots, differences = agreement_tables(compare_passes(*passes))

    assert headline.rows[0] == ("mention", "0.750", "1.000", "0.857")
    assert ("qualifier", "0.667", "2 of 3") in slots.rows
    assert differences.title == "4 disagreements"
