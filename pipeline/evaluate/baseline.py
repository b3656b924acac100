"""The floors that an annotated corpus holds the extractor to.

Belongs here: the baseline file, its digest of the corpus, what falls below. Does not belong here:
the figures (`figures`) and when a baseline is written anew (`svodka evaluate --write-baseline`).
"""

import hashlib
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.corpus import CorpusError
from pipeline.evaluate.evaluation import Evaluation, reason_share

BASELINE = "baseline.toml"
# A floor lies this far below what was measured: room for a change that trades one fact for another.
MARGIN = 0.002
_HEAD = """\
# Floors of the figures on this corpus, a hair below what was measured when this file was written.
# Written by `svodka evaluate PATH --write-baseline`; a test fails when a figure falls below its floor
# or the corpus is another than the one the floors belong to.
"""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Floors and the corpus they belong to.

    Attributes:
        corpus: Digest of the annotated texts.
        syntax: Provider the floors were measured with.
        floors: The least each figure may be, by its name.
    """

    corpus: str
    syntax: str
    floors: Mapping[str, float]


def corpus_digest(texts: Path, facts: Path) -> str:
    """SHA-256 over names and content of all texts and annotation files, in order of their names."""
    digest = hashlib.sha256()
    for path in (*sorted(texts.glob("*.txt")), *sorted(facts.glob("*.json"))):
        content = path.read_bytes()
        digest.update(f"{path.parent.name}/{path.name}\x1f{len(content)}\x1f".encode())
        digest.update(content)
    return digest.hexdigest()


def measured(evaluation: Evaluation) -> dict[str, float]:
    """The figures that have a floor, by name."""
    figures = evaluation.figures
    reasons = reason_share(evaluation.rejections).ratio
    return {
        "mention_f1": figures.mention.f1,
        "core_f1": figures.core.f1,
        "strict_f1": figures.strict.f1,
        **{f"slot_{slot}": share.ratio for slot, share in figures.slots.items() if share.ratio is not None},
        **({} if reasons is None else {"rejection_reason": reasons}),
    }


def baseline_of(evaluation: Evaluation, corpus: str) -> Baseline:
    """A baseline a margin below what an evaluation measured, rounded down to three decimals."""
    floors = {
        name: max(0.0, math.floor((value - MARGIN) * 1000) / 1000)
        for name, value in measured(evaluation).items()
    }
    return Baseline(corpus, evaluation.syntax, floors)


def below_floor(baseline: Baseline, figures: Mapping[str, float]) -> list[str]:
    """What is amiss, a line for each figure: below its floor, without a floor, or not measured."""
    amiss = [f"{name}: has no floor" for name in sorted(figures.keys() - baseline.floors.keys())]
    for name, floor in baseline.floors.items():
        figure = figures.get(name)
        if figure is None:
            amiss.append(f"{name}: not measured, floor {floor:.3f}")
        elif figure < floor:
            amiss.append(f"{name}: {figure:.4f} is below the floor {floor:.3f}")
    return amiss


def baseline_file(baseline: Baseline) -> str:
    """The content of the baseline file."""
    lines = [f'corpus = "{baseline.corpus}"', f'syntax = "{baseline.syntax}"', "", "[floors]"]
    lines += [f"{name} = {floor:.3f}" for name, floor in baseline.floors.items()]
    return _HEAD + "\n".join(lines) + "\n"


def read_baseline(path: Path) -> Baseline:
    """Reads a baseline file.

    Raises:
        CorpusError: There is none, or it has not the form that `baseline_file` gives it.
    """
    remedy = "svodka evaluate PATH --write-baseline makes one"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: no such file", remedy=remedy) from error
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path}: not TOML ({error})", remedy=remedy) from error
    match content:
        case {"corpus": str(corpus), "syntax": str(syntax), "floors": dict(floors)} if len(content) == 3:
            return Baseline(corpus, syntax, {str(name): float(floor) for name, floor in floors.items()})
        case _:
            raise CorpusError(f"{path}: not the form of a baseline", remedy=remedy)
