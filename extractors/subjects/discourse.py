"""What earlier numbers leave for later ones: antecedents of ellipted and sliced subjects.

Belongs here: the memory of a block and choosing an antecedent from it. Does not belong here:
finding a subject in the sentence itself (`subjects`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from extractors.language.words import Word
from extractors.lexicon.readings import readings
from extractors.lexicon.subject_lexicon import FRAME_NOUNS
from extractors.phrases.phrase_form import closed_up
from extractors.records import record
from extractors.subjects.label_sorts import LabelSort

_WHERE = ("в ", "во ")
RANKED = "rank"
"""The sort of number that a place in a ranking is: what it is of is never what something else counts."""
MARK = "at.beside"
"""The rule of a mark right behind the number that it is told beside: "9 млн при плане 5"."""


@record
class Subject:
    """The subject of a number.

    Attributes:
        text: Normal form of the phrase.
        head: Lemma of its head noun.
        rule: The rule that found it.
        gender: Gender of the head noun, "" if unknown.
        complement: Genitive chain behind the head as printed, "" if there is none.
        label: Sort of the label it was read from, None for other rules.
        inner: The genitive behind the head as a subject of its own.
        adjunct: What hangs on the noun with a preposition: "в городе", "на капусту".
    """

    text: str
    head: str
    rule: str
    gender: str = ""
    complement: str = ""
    label: LabelSort | None = None
    inner: "Subject | None" = None
    adjunct: str = ""

    @property
    def phrase(self) -> str:
        """The whole phrase: text and adjunct."""
        return f"{self.text} {closed_up(self.adjunct)}" if self.adjunct else self.text

    def sliced(self, adjunct: str, rule: str, label: LabelSort) -> "Subject":
        """The same indicator of another slice: "обеспеченность" + "на селе"; "цена на газ" stays one."""
        is_where = not adjunct or adjunct.startswith(_WHERE)
        kept = [self.adjunct] if is_where and _is_of_what(self.adjunct) else []
        return replace(self, adjunct=" ".join([*kept, *adjunct.split()]), rule=rule, label=label)

    def by(self, rule: str, label: LabelSort | None = None) -> "Subject":
        """The same subject, found by another rule."""
        return replace(self, rule=rule, label=label or self.label)

    def with_complement(self, complement: str, rule: str) -> "Subject":
        """The same head with another genitive behind it: "коэффициент" + "смертности"."""
        bare = self.text.removesuffix(closed_up(self.complement)).rstrip()
        return replace(
            self,
            text=f"{bare} {closed_up(complement)}",
            complement=complement,
            rule=rule,
            label=LabelSort.GENITIVE,
            inner=None,
            adjunct="",
        )


@record
class Antecedent:
    """An earlier number and its subject.

    Attributes:
        subject: Its subject.
        family: What sort of number it was: "count", "percent", a unit code.
        preposition: The preposition it stood with, "" if none.
        sentence: Index of its sentence.
        is_change: Whether it stated a change.
        in_bracket: Whether it stood in brackets.
        is_part: Whether it was told as a part of a number before: "из них 31", "в том числе 40".
        is_size: Whether it only told how large each of the things before is: "12 школ вместимостью 300 мест".
    """

    subject: Subject
    family: str
    preposition: str
    sentence: int
    is_change: bool
    in_bracket: bool = False
    is_part: bool = False
    is_size: bool = False


Naming = Callable[[], Subject | None]
"""Reads a piece of text for what it names: done only where a rule asks, as few numbers need it."""


def _nothing() -> None:
    return None


@dataclass(slots=True)
class Discourse:
    """The antecedents of one block, oldest first, and what the text before it names.

    Earlier is what the block before left, before the words of the sentence right before, where that held
    numbers, unread the text without numbers since the last sentence with them.
    """

    antecedents: list[Antecedent] = field(default_factory=list)
    name_lead: Naming = _nothing
    name_topic: Naming = _nothing
    earlier: Sequence[Antecedent] = ()
    name_earlier_topic: Naming = _nothing
    before: Sequence[Word] = ()
    unread: str = ""

    @property
    def lead(self) -> Subject | None:
        """What the block's heading or lead-in names."""
        return self.name_lead()

    @property
    def topic(self) -> Subject | None:
        """What the sentences without numbers before the block's first number name."""
        return self.name_topic()

    def add(self, antecedent: Antecedent) -> None:
        """Remembers a number whose subject is known; what follows passes a mark or size ("при плане 5")."""
        is_passed = antecedent.is_size or antecedent.subject.rule == MARK
        last = self.last_in(antecedent.sentence) if is_passed else None
        self.antecedents.insert(len(self.antecedents) - (last is not None), antecedent)

    def find(self, family: str, preposition: str, within: int = -1) -> Subject | None:
        """The likeliest antecedent: of the same family with the same preposition, of the family, any.

        Args:
            family: The sort of number.
            preposition: The preposition it stands with.
            within: A sentence whose own numbers come before all others, -1 for none.
        """
        recent = [a for a in self.antecedents[-8:] if family == RANKED or a.family != RANKED]
        here = [a for a in recent if a.sentence == within and not a.in_bracket]
        if here and here[-1].subject.head not in FRAME_NOUNS and all(a.family != family for a in here):
            return here[-1].subject
        tests: tuple[Callable[[Antecedent], bool], ...] = (
            lambda a: a.family == family and a.sentence == within and not a.in_bracket,
            lambda a: a.family == family and a.preposition == preposition and not a.in_bracket,
            lambda a: a.family == family and not a.in_bracket,
            lambda a: a.family == family,
        )
        for wanted in tests:
            for antecedent in reversed(recent):
                if wanted(antecedent):
                    return antecedent.subject
        return self.lead or _of_other_family(recent, family) or self.topic

    def of_family(self, family: str, *, in_bracket: bool = True) -> Subject | None:
        """The subject of the last number of that family; outside of brackets one in a bracket comes last."""
        found = [a for a in reversed(self.antecedents[-8:]) if a.family == family]
        open_ones = (a.subject for a in found if in_bracket or not a.in_bracket)
        return next(open_ones, found[0].subject if found else None)

    def whole_of_family(self, family: str) -> Subject | None:
        """The whole that the last number of that family was told a part of, None if it was no part."""
        last = next((a for a in reversed(self.antecedents[-12:]) if a.family == family), None)
        return self.main_of_family(family) if last is not None and last.is_part else None

    def main_of_family(self, family: str) -> Subject | None:
        """The subject of the first number of that family in the latest sentence that has one."""
        same = [antecedent for antecedent in self.antecedents[-12:] if antecedent.family == family]
        if not same:
            return None
        return next(a.subject for a in same if a.sentence == same[-1].sentence)

    def left_by_block(self, family: str) -> Subject | None:
        """The subject of the last number of that family in the block before."""
        return next((a.subject for a in reversed(self.earlier) if a.family == family), None)

    def across_blocks(self, family: str) -> Subject | None:
        """What the block before spoke of: its last number of that family, else its last number or topic."""
        same = self.left_by_block(family)
        return same or _of_other_family(self.earlier, family) or self.name_earlier_topic()

    def last(self) -> Antecedent | None:
        """The antecedent of the number right before."""
        return self.antecedents[-1] if self.antecedents else None

    def last_in(self, sentence: int) -> Antecedent | None:
        """The antecedent of the number right before, None if that stands outside the sentence."""
        last = self.last()
        return last if last is not None and last.sentence == sentence else None


def _is_of_what(adjunct: str) -> bool:
    """As in "на автомобильный газ": what a price is of, and not where ("на селе")."""
    preposition, _, rest = adjunct.partition(" ")
    return preposition == "на" and any(r.case == "Acc" for r in readings(rest.partition(" ")[0]))


def _of_other_family(recent: Sequence[Antecedent], family: str) -> Subject | None:
    """The last antecedent, one that measures before one that counts where a measure is asked for."""
    if family != "count":
        measured = (a.subject for a in reversed(recent) if a.family != "count")
        found = next(measured, None)
        if found is not None:
            return found
    return recent[-1].subject if recent else None
