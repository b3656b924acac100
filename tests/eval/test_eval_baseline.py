"""Our own annotated corpus holds the extractor to its floors."""

from collections import Counter
from pathlib import Path

import pytest

from extractors.confidence import load_penalties
from pipeline.evaluate.agreement import compare_passes
from pipeline.evaluate.baseline import BASELINE, below_floor, corpus_digest, measured, read_baseline
from pipeline.evaluate.corpus import load_corpus
from pipeline.evaluate.evaluation import Evaluation, evaluate_texts

HERE = Path(__file__).parent
TEXTS, FACTS = HERE / "texts", HERE / "facts"
SECOND_PASS = HERE / "second_pass"
# The weights are fitted on half of the texts, which need not show evidence that is rarer than this.
SEEN_OFTEN = 15


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    syntax = read_baseline(HERE / BASELINE).syntax
    return evaluate_texts(load_corpus(TEXTS, FACTS), syntax=syntax)


def test_the_annotations_are_without_mistakes() -> None:
    corpus = load_corpus(TEXTS, FACTS)

    assert corpus.problems == ()
    assert len(corpus.texts) >= 80
    assert sum(len(text.facts) for text in corpus.texts) >= 900
    assert {path.stem for path in TEXTS.glob("*.txt")} == {text.doc_id for text in corpus.texts}


def test_the_baseline_belongs_to_this_corpus() -> None:
    assert read_baseline(HERE / BASELINE).corpus == corpus_digest(TEXTS, FACTS), (
        "the corpus was changed: run `svodka evaluate tests/eval --write-baseline` and say why in the commit"
    )


def test_no_figure_is_below_its_floor(evaluation: Evaluation) -> None:
    assert below_floor(read_baseline(HERE / BASELINE), measured(evaluation)) == []


def test_evidence_that_is_seen_often_has_its_weight(evaluation: Evaluation) -> None:
    shown = Counter(
        name for r in evaluation.readings for fact in r.extraction.facts for name in fact.evidence
    )
    often = {name for name, facts in shown.items() if facts >= SEEN_OFTEN}

    assert sorted(often - load_penalties().keys()) == []


def test_a_second_pass_is_without_mistakes() -> None:
    if not SECOND_PASS.is_dir():
        pytest.skip("no text was annotated twice yet")

    assert compare_passes(TEXTS, FACTS, SECOND_PASS).problems == ()
