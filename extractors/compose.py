"""From a text to its facts: every slot of every number, put together.

Belongs here: the order in which the slots of a fact are asked for and what they leave for the
next number. Does not belong here: how any slot is found (one module for each).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from extractors.attributions import with_sources
from extractors.change_leads import with_list_changes
from extractors.change_words import Change
from extractors.changes import find_change
from extractors.comparisons import with_bases
from extractors.confidence import confidence_of
from extractors.discourse import Antecedent, Discourse, Subject
from extractors.expressions import Expression
from extractors.layout import Layout
from extractors.model import (
    Extraction,
    Fact,
    Kind,
    Measure,
    Qualifier,
    Rejection,
)
from extractors.nlp import BLOCKS, SENTENCES, analyse
from extractors.number_words import WordClass
from extractors.period_reader import PeriodReader
from extractors.place_slots import place_facts
from extractors.place_topic import territories
from extractors.places import PlaceMention
from extractors.qualifiers import qualifier_of
from extractors.questions import Family, Question
from extractors.ranks import is_rank, rank_end
from extractors.relations import link_parts
from extractors.scan import Scan, scan
from extractors.stances import SentenceStances
from extractors.subject_leads import LeadIns
from extractors.subject_lexicon import INDEX_NOUNS
from extractors.subjects import find_subject
from extractors.table_slots import with_table_slots
from extractors.time_mentions import TimeMention
from extractors.timing import Timing
from extractors.units import UnitKind
from extractors.unknown_units import unknown_units
from extractors.whole_times import with_whole_times
from extractors.words import Sentence, Word, sentences_of

EXTRACTOR_VERSION = "2"


@dataclass(slots=True)
class _Memory:
    """What the numbers before leave for the next one."""

    change: Change | None = None
    sentence: int = -1
    block: int = -1


def extract(text: str, *, published: date | None, syntax: str = "slovnet", country: str = "KZ") -> Extraction:
    """The facts and rejections of one text.

    Args:
        text: The body exactly as stored; offsets point into it.
        published: Publication date in the publisher's zone; None leaves relative times unresolved.
        syntax: Name of the syntax provider (see `extractors.syntax`).
        country: ISO 3166-1 code of the publisher's country: what "в стране" means.
    """
    found = scan(text, published)
    if not found.expressions:
        return Extraction((), found.rejected)
    doc = analyse(text, found, syntax)
    numbers = [expression.start for expression in found.expressions]
    periods = PeriodReader(
        text, published, found.times, doc.user_data[BLOCKS], doc.user_data[SENTENCES], numbers
    )
    composer = _Composer(text, found, country, periods, LeadIns(text, doc.user_data[BLOCKS]))
    for index, sentence in enumerate(sentences_of(doc)):
        composer.read(index, sentence)
    layout = Layout(text, doc.user_data[BLOCKS], doc.user_data[SENTENCES])
    facts = with_list_changes(layout, with_table_slots(layout, composer.territories, composer.facts))
    facts = with_whole_times(link_parts(layout, place_facts(layout, composer.territories, facts)))
    facts = with_sources(layout, with_bases(layout, found.times, facts))
    rejected = sorted([*found.rejected, *composer.rejected], key=lambda r: r.char_start)
    return Extraction(tuple(facts), tuple(rejected), unknown_units(text, found.expressions))


class _Composer:
    """Reads sentences in order and keeps what they leave behind."""

    def __init__(self, text: str, found: Scan, country: str, periods: PeriodReader, leads: LeadIns) -> None:
        self._text = text
        self._all_times = found.times
        self._time_starts = [time.start for time in found.times]
        self._times: Sequence[TimeMention] = ()
        self._memory = _Memory()
        self._discourse = Discourse()
        self._leads = leads
        self.territories = territories(text, country)
        self._place_starts = [place.start for place in self.territories.mentions]
        self._periods = periods
        self.facts: list[Fact] = []
        self.rejected: list[Rejection] = []

    def read(self, index: int, sentence: Sentence) -> None:
        """Turns the numbers of one sentence into facts."""
        if sentence.block != self._memory.block:
            self._leads.leave(self._memory.block, self._discourse)
            self._memory = _Memory(block=sentence.block)
            self._discourse = self._leads.discourse_of(sentence.block, sentence.start)
        self._memory.sentence, self._memory.change = index, None
        self._times = _within(self._all_times, self._time_starts, sentence)
        places = _within(self.territories.mentions, self._place_starts, sentence)
        for time in self._times:
            for word in sentence.words_in(time.start, time.end):
                word.in_time = True
        for place in places:
            for word in sentence.words_in(place.start, place.end):
                word.in_place = True
        self._periods.enter(sentence.start)
        stances = SentenceStances(sentence)
        for number, expression in sentence.numbers():
            timing = self._periods.timing_of(expression, stances.of(number))
            self.facts.append(self._fact(sentence, number, expression, timing))

    def _fact(self, sentence: Sentence, number: Word, expression: Expression, timing: Timing) -> Fact:
        evidence: list[str] = ["unit_inferred"] if expression.inferred else []
        kind, unit = self._kind(expression)
        change = (
            find_change(sentence, number, expression, self._memory.change) if kind is not Kind.RANK else None
        )
        subject = self._subject(sentence, number, kind, unit, change, evidence)
        kind = _settled(kind, expression, subject)
        if timing.evidence:
            evidence.append(timing.evidence)
        governing = _governing(sentence, number)
        end = rank_end(self._text, expression) if kind is Kind.RANK else expression.end
        fact = Fact(
            quote=self._text[expression.start : end],
            char_start=expression.start,
            char_end=end,
            value=_signed_value(expression, change),
            value_max=None if expression.value_max is None else _plain(expression.value_max),
            qualifier=self._qualifier(expression, change, kind),
            kind=kind,
            unit=unit,
            per=expression.per,
            subject=subject.phrase if subject else "",
            subject_head=subject.head if subject else "",
            predicate=governing[0].lemma if governing else None,
            measure=Measure.CHANGE if change else Measure.LEVEL,
            direction=change.direction if change else None,
            period=timing.period,
            modality=timing.modality,
            place=None,
            place_code=None,
            attributed_to=None,
            part_of=None,
            compared_with=None,
            rule=subject.rule if subject else "none",
            confidence=confidence_of(evidence),
            evidence=tuple(evidence),
        )
        self._memory.change = change
        return fact

    def _kind(self, expression: Expression) -> tuple[Kind, str | None]:
        if expression.unit is None or expression.unit.kind is UnitKind.COUNTING:
            if is_rank(self._text, expression):
                return Kind.RANK, None
            if expression.word_class in (WordClass.MULTIPLE, WordClass.FOLD):
                return Kind.RATIO, "times"
            if expression.word_class is WordClass.PART:
                return Kind.PERCENT, "%"
            return Kind.COUNT, None
        kind = Kind(expression.unit.kind.value)
        return kind, None if kind is Kind.INDEX else expression.unit.code

    def _qualifier(self, expression: Expression, change: Change | None, kind: Kind) -> Qualifier:
        return qualifier_of(
            self._text,
            expression,
            follows_change=change is None and self._memory.change is not None,
            is_count=kind is Kind.COUNT,
        )

    def _subject(
        self,
        sentence: Sentence,
        number: Word,
        kind: Kind,
        unit: str | None,
        change: Change | None,
        evidence: list[str],
    ) -> Subject | None:
        assert number.expression is not None
        family = _FAMILIES[kind]
        code = unit or family.value
        preposition = _preposition(sentence, number)
        question = Question(
            sentence,
            self._memory.sentence,
            number,
            number.expression,
            change,
            family,
            code,
            preposition,
        )
        found = find_subject(question, self._discourse)
        evidence.append(_subject_evidence(found))
        if found is not None:
            self._discourse.add(
                Antecedent(
                    found,
                    code,
                    preposition,
                    self._memory.sentence,
                    change is not None,
                    _in_bracket(sentence, number),
                )
            )
        return found


_FAMILIES = {
    Kind.COUNT: Family.COUNT,
    Kind.RANK: Family.COUNT,
    Kind.PERCENT: Family.PERCENT,
    Kind.PERCENT_POINTS: Family.PERCENT,
    Kind.RATIO: Family.QUANTITY,
    Kind.INDEX: Family.QUANTITY,
    Kind.QUANTITY: Family.QUANTITY,
    Kind.MONEY: Family.MONEY,
}


def _settled(kind: Kind, expression: Expression, subject: Subject | None) -> Kind:
    """A bare number of an index or rate is no count; nor is a fraction that counts no noun."""
    if kind is not Kind.COUNT or subject is None or expression.scaled or expression.value is None:
        return kind
    if subject.head in INDEX_NOUNS:
        return Kind.INDEX
    fractional = expression.value != int(expression.value)
    is_bare = fractional and expression.per is None and not subject.rule.startswith("counted")
    return Kind.INDEX if is_bare else kind


def _subject_evidence(subject: Subject | None) -> str:
    return "subject_missing" if subject is None else f"subject_{subject.rule.split('.')[0]}"


def _in_bracket(sentence: Sentence, number: Word) -> bool:
    """Whether the number stands between brackets."""
    for word in reversed(sentence.words[: number.index]):
        if word.text in "()":
            return word.text == "("
    return False


def _preposition(sentence: Sentence, number: Word) -> str:
    """The preposition right before the number, qualifiers skipped."""
    index = number.index - 1
    while index >= 0 and sentence.words[index].low in (
        "более",
        "менее",
        "около",
        "почти",
        "порядка",
        "чем",
        "свыше",
    ):
        index -= 1
    return sentence.words[index].low if index >= 0 and sentence.words[index].pos == "ADP" else ""


_Mention = TypeVar("_Mention", TimeMention, PlaceMention)


def _within(mentions: Sequence[_Mention], starts: Sequence[int], sentence: Sentence) -> Sequence[_Mention]:
    """The mentions that start in a sentence; all of them lie in text order."""
    return mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _governing(sentence: Sentence, number: Word) -> list[Word]:
    """Verbs above the number in the tree, nearest first; without a tree the nearest verb."""
    found, index, steps = [], number.head, 0
    while index >= 0 and steps < 7:
        word = sentence.words[index]
        if word.pos == "VERB":
            found.append(word)
        index, steps = word.head, steps + 1
    if found or number.relation:
        return found
    verbs = [word for word in sentence.words if word.pos == "VERB"]
    return [min(verbs, key=lambda word: abs(word.index - number.index))] if verbs else []


def _signed_value(expression: Expression, change: Change | None) -> Decimal:
    assert expression.value is not None
    is_negative = expression.signed == "-" and change is None
    return _plain(expression.value.copy_negate() if is_negative else expression.value)


def _plain(value: Decimal) -> Decimal:
    """The same value, to the last digit, without the zeros that a scale leaves: 498300, not 498300.0."""
    whole = value.to_integral_value()
    return whole if whole == value else Decimal(f"{value:f}".rstrip("0"))
