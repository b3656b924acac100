from pathlib import Path

import pytest

from pipeline.evaluate.baseline import (
    Baseline,
    baseline_file,
    baseline_of,
    below_floor,
    corpus_digest,
    measured,
    read_baseline,
)
from pipeline.evaluate.corpus import CorpusError
from pipeline.evaluate.evaluation import evaluate_readings
from tests.unit.evaluate.samples import fact, reading, stated, stated_rejection, write_corpus

EVALUATION = evaluate_readings(
    (
        reading(
            [fact(), fact("80", "80")],
            [stated(), stated("80", "80", qualifier="over")],
            wanted_rejections=[stated_rejection("2025", "date")],
        ),
    ),
    (),
    syntax="none",
)


def test_a_baseline_lies_a_hair_below_what_was_measured_and_survives_its_file(tmp_path: Path) -> None:
    baseline = baseline_of(EVALUATION, "abc")
    path = tmp_path / "baseline.toml"
    path.write_text(baseline_file(baseline), encoding="utf-8")

    assert read_baseline(path) == baseline
    assert (baseline.corpus, baseline.syntax) == ("abc", "none")
    assert (baseline.floors["mention_f1"], baseline.floors["core_f1"]) == (0.998, 0.498)
    assert baseline.floors["rejection_reason"] == 0.0
    assert below_floor(baseline, measured(EVALUATION)) == []


def test_what_falls_below_or_lacks_a_floor_is_named() -> None:
    baseline = Baseline("abc", "none", {"mention_f1": 0.9, "core_f1": 0.8, "gone": 0.1})

    assert below_floor(baseline, {"mention_f1": 0.9, "core_f1": 0.79, "new": 1.0}) == [
        "new: has no floor",
        "core_f1: 0.7900 is below the floor 0.800",
        "gone: not measured, floor 0.100",
    ]


def test_the_digest_knows_every_change_of_the_corpus(tmp_path: Path) -> None:
    folders = (tmp_path / "texts", tmp_path / "facts")
    digests = set()
    write_corpus(tmp_path)
    digests.add(corpus_digest(*folders))
    write_corpus(tmp_path, published="2025-12-02")
    digests.add(corpus_digest(*folders))
    write_corpus(tmp_path, doc_id="s2")
    digests.add(corpus_digest(*folders))
    (tmp_path / "texts" / "s2.txt").write_text("другой текст", encoding="utf-8")
    digests.add(corpus_digest(*folders))

    assert len(digests) == 4
    assert corpus_digest(*folders) in digests


@pytest.mark.parametrize("content", ["floors = 3", "not toml at all [", 'corpus = "x"\nsyntax = "none"'])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "baseline.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(CorpusError, match="--write-baseline makes one"):
        read_baseline(path)


def test_a_missing_baseline_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such file; svodka evaluate"):
        read_baseline(tmp_path / "baseline.toml")
