"""From the sentences of a text to its facts, one number after the other.

Belongs here: the order in which the slots of a number are asked for and what they leave for the next
number. Does not belong here: how any slot is found (one module for each), slots that need the whole text
(`compose`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.changes.change_lists import kept_over
from extractors.changes.change_words import Change
from extractors.changes.changes import find_change
from extractors.confidence import confidence_of
from extractors.expressions.expressions import Expression
from extractors.expressions.qualifiers import qualifier_of
from extractors.expressions.ranks import rank_end
from extractors.expressions.scan import Scan
from extractors.facts.kinds import kind_of, plain, settled_kind, signed_value
from extractors.facts.sentence_mentions import mark_mentions, mentions_within
from extractors.facts.subject_slots import subject_evidence, subject_slot
from extractors.language.either_verbs import settle_verbs
from extractors.language.words import Sentence, Word
from extractors.model import Fact, Kind, Measure, Qualifier
from extractors.periods.period_reader import PeriodReader
from extractors.periods.timing import Timing
from extractors.places.place_topic import territories
from extractors.stances.stances import SentenceStances
from extractors.subjects.discourse import Discourse
from extractors.subjects.predicates import predicate_of
from extractors.subjects.subject_leads import LeadIns

# White space between a sentence and the next.
_GAP = 3
_LONGEST_UNREAD = 400


@dataclass(slots=True)
class _Memory:
    """What the numbers before leave for the next one."""

    change: Change | None = None
    earlier: Change | None = None
    sentence: int = -1
    block: int = -1
    words: Sequence[Word] = ()
    end: int = -1


class FactReader:
    """Reads sentences in order and keeps what they leave behind."""

    def __init__(self, text: str, found: Scan, country: str, periods: PeriodReader, leads: LeadIns) -> None:
        self._text = text
        self._times = found.times
        self._time_starts = [time.start for time in found.times]
        self._memory = _Memory()
        self._discourse = Discourse()
        self._leads = leads
        self.territories = territories(text, country)
        self._place_starts = [place.start for place in self.territories.mentions]
        self._periods = periods
        self.facts: list[Fact] = []

    def read(self, index: int, sentence: Sentence) -> None:
        """Turns the numbers of one sentence into facts."""
        if sentence.block != self._memory.block:
            self._leads.leave(self._memory.block, self._discourse)
            self._memory = _Memory(block=sentence.block)
            self._discourse = self._leads.discourse_of(sentence.block, sentence.start)
        is_next = sentence.start - self._memory.end <= _GAP
        self._discourse.before = self._memory.words if is_next else ()
        self._discourse.unread = "" if is_next else self._unread(sentence)
        self._memory.words, self._memory.end = sentence.words, sentence.end
        self._memory.earlier, self._memory.change = self._memory.change, None
        self._memory.sentence = index
        times = mentions_within(self._times, self._time_starts, sentence)
        places = mentions_within(self.territories.mentions, self._place_starts, sentence)
        mark_mentions(sentence, times, places)
        settle_verbs(sentence.words)
        self._periods.enter(sentence.start)
        stances = SentenceStances(sentence)
        for number, expression in sentence.numbers():
            timing = self._periods.timing_of(expression, stances.of(number))
            self.facts.append(self._fact(sentence, number, expression, timing))

    def _unread(self, sentence: Sentence) -> str:
        """The text right before a sentence in its block, back to the last sentence that was read."""
        start = max(self._memory.end, self._leads.start_of(sentence.block), sentence.start - _LONGEST_UNREAD)
        return self._text[start : sentence.start]

    def _fact(self, sentence: Sentence, number: Word, expression: Expression, timing: Timing) -> Fact:
        evidence: list[str] = ["unit_inferred"] if expression.inferred else []
        kind, unit = kind_of(self._text, expression)
        memory, change = self._memory, None
        if kind is not Kind.RANK:
            change = find_change(sentence, number, expression, memory.change, memory.earlier)
        subject = subject_slot(sentence, memory.sentence, number, kind, unit, change, self._discourse)
        evidence.append(subject_evidence(subject))
        kind = settled_kind(self._text, kind, expression, subject)
        if timing.evidence:
            evidence.append(timing.evidence)
        end = rank_end(self._text, expression) if kind is Kind.RANK else expression.end
        fact = Fact(
            quote=self._text[expression.start : end],
            char_start=expression.start,
            char_end=end,
            value=signed_value(expression, change),
            value_max=None if expression.value_max is None else plain(expression.value_max),
            qualifier=self._qualifier(expression, change, kind),
            kind=kind,
            unit=unit,
            per=expression.per,
            subject=subject.phrase if subject else "",
            subject_head=subject.head if subject else "",
            predicate=predicate_of(sentence, number),
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
        self._memory.change = change or kept_over(sentence, number, self._memory.change)
        return fact

    def _qualifier(self, expression: Expression, change: Change | None, kind: Kind) -> Qualifier:
        return qualifier_of(
            self._text,
            expression,
            follows_change=change is None and self._memory.change is not None,
            is_count=kind is Kind.COUNT,
        )
