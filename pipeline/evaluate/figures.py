"""The figures of an evaluation: how much was found, and how right each slot is.

Belongs here: sums over readings, whole or by group. Does not belong here: rejections
(`rejections`), confidence (`reliability`) and how figures are shown (`tables`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluate.agreement_rules import SLOTS
from pipeline.evaluate.alignment import Alignment
from pipeline.evaluate.reading import Reading
from pipeline.evaluate.statement import slot_text

# Slots with a closed vocabulary: their mistakes are worth a table of what was taken for what.
CATEGORIES = ("kind", "qualifier", "measure", "direction", "modality")
NO_TOPIC = "(no topic)"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    right: int
    total: int

    @property
    def ratio(self) -> float | None:
        """Right through total; None where there is nothing to judge."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Precision, recall and F1 of one measure.

    Attributes:
        right: Facts that are right by the measure.
        found: All facts found.
        stated: All facts annotated.
    """

    right: int
    found: int
    stated: int

    @property
    def precision(self) -> float:
        """Right facts among the found ones, 0 if none was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right facts among the stated ones, 0 if none was stated."""
        return self.right / self.stated if self.stated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.found + self.stated
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group of texts.

    Attributes:
        texts: How many texts.
        characters: Their length.
        mention: Facts with the right value in the right place.
        core: Mentions whose range, qualifier, kind and unit are right too.
        strict: Mentions that are right in everything but the wording of the subject, per, place and part.
        slots: Accuracy of each slot over the mentions that it is judged on.
    """

    texts: int
    characters: int
    mention: Retrieval
    core: Retrieval
    strict: Retrieval
    slots: dict[str, Share]


@dataclass(frozen=True, slots=True)
class KindFigures:
    """How the facts of one kind fare; each share is of the stated facts of the kind.

    Attributes:
        mention: Stated facts that were found.
        core: Those right in range, qualifier, kind and unit.
        strict: Those strictly right.
        found: Found facts that claim this kind, with those right about value and kind.
    """

    mention: Share
    core: Share
    strict: Share
    found: Share


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How the facts of one rule fare.

    Attributes:
        mention: Facts of the rule that are mentions.
        head: Those whose subject head is right.
        strict: Those strictly right.
        confidence: Their mean confidence.
    """

    mention: Share
    head: Share
    strict: Share
    confidence: float


def slot_shares(alignments: Iterable[Alignment]) -> dict[str, Share]:
    """Accuracy of each slot over all pairs that it is judged on."""
    judged: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for alignment in alignments:
        for pair in alignment.pairs:
            judged.update(pair.judged)
            wrong.update(pair.wrong)
    return {slot: Share(judged[slot] - wrong[slot], judged[slot]) for slot in SLOTS}


def figures_of(readings: Sequence[Reading]) -> Figures:
    """The figures over some readings."""
    pairs = [pair for reading in readings for pair in reading.alignment.pairs]
    found = sum(len(reading.extraction.facts) for reading in readings)
    stated = sum(len(reading.annotated.facts) for reading in readings)
    return Figures(
        texts=len(readings),
        characters=sum(len(reading.annotated.text) for reading in readings),
        mention=Retrieval(len(pairs), found, stated),
        core=Retrieval(sum(pair.is_core_right for pair in pairs), found, stated),
        strict=Retrieval(sum(pair.is_strictly_right for pair in pairs), found, stated),
        slots=slot_shares(reading.alignment for reading in readings),
    )


def figures_by_topic(readings: Iterable[Reading]) -> dict[str, Figures]:
    """The figures of each topic, the topics in alphabetical order."""
    groups: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.annotated.topic or NO_TOPIC].append(reading)
    return {topic: figures_of(groups[topic]) for topic in sorted(groups)}


def figures_by_kind(readings: Iterable[Reading]) -> dict[str, KindFigures]:
    """The figures of each kind, by number of stated facts."""
    stated: Counter[str] = Counter()
    mention: Counter[str] = Counter()
    core: Counter[str] = Counter()
    strict: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    rightly: Counter[str] = Counter()
    for reading in readings:
        facts = reading.annotated.facts
        stated.update(fact.kind for fact in facts)
        claimed.update(fact.kind for fact in reading.found)
        for pair in reading.alignment.pairs:
            kind = facts[pair.stated].kind
            mention[kind] += 1
            core[kind] += pair.is_core_right
            strict[kind] += pair.is_strictly_right
            rightly[kind] += "kind" not in pair.wrong
    kinds = sorted(stated | claimed, key=lambda kind: (-stated[kind], kind))
    return {
        kind: KindFigures(
            mention=Share(mention[kind], stated[kind]),
            core=Share(core[kind], stated[kind]),
            strict=Share(strict[kind], stated[kind]),
            found=Share(rightly[kind], claimed[kind]),
        )
        for kind in kinds
    }


def figures_by_rule(readings: Iterable[Reading]) -> dict[str, RuleFigures]:
    """The figures of each rule, by number of facts it gave."""
    found: Counter[str] = Counter()
    mention: Counter[str] = Counter()
    head: Counter[str] = Counter()
    strict: Counter[str] = Counter()
    confidence: defaultdict[str, float] = defaultdict(float)
    for reading in readings:
        facts = reading.extraction.facts
        for fact in facts:
            found[fact.rule] += 1
            confidence[fact.rule] += float(fact.confidence)
        for pair in reading.alignment.pairs:
            rule = facts[pair.found].rule
            mention[rule] += 1
            head[rule] += "subject_head" not in pair.wrong
            strict[rule] += pair.is_strictly_right
    return {
        rule: RuleFigures(
            mention=Share(mention[rule], count),
            head=Share(head[rule], count),
            strict=Share(strict[rule], count),
            confidence=confidence[rule] / count,
        )
        for rule, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    }


def confusion(readings: Iterable[Reading], category: str) -> Counter[tuple[str, str]]:
    """How often each stated value of a category was found as each value: (stated, found) counts."""
    return Counter(
        (
            slot_text(reading.annotated.facts[pair.stated], category),
            slot_text(reading.found[pair.found], category),
        )
        for reading in readings
        for pair in reading.alignment.pairs
    )
