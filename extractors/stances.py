"""What the words of its clause say of a number's time: planned, past, present, or nothing.

Belongs here: choosing the clause whose verb a number stands with. Does not belong here: parting a
sentence into clauses (`stance_clauses`), what a clause's words mean (`clause_tense`, `plan_labels`),
temporal expressions (`times`), the period (`period_reader`) and the final modality (`modality`).
"""

from dataclasses import dataclass

from extractors.clause_plans import opens_with_task
from extractors.clause_tense import clause_stance
from extractors.plan_labels import (
    announces_plan,
    has_plan_label,
    has_planned_attribute,
    has_project_trait,
    has_target,
    is_allotted,
    is_plan_noun,
    is_programme_budget,
)
from extractors.plan_lexicon import Stance
from extractors.stance_clauses import clauses_of, is_governed
from extractors.words import Sentence, Word

_DASHES = frozenset({"–", "—", "-"})
_TELLING = frozenset({Stance.PAST, Stance.PRESENT, Stance.STANDING})
_AGAINST = frozenset({"против", "вместо"})


@dataclass(frozen=True, slots=True)
class ClauseView:
    """What the clause of a number shows.

    Attributes:
        stance: What it says of the number's time.
        is_label: Whether it is a bare label: "ширина полосы – 3,75 метра".
        is_project: Whether it names a trait of a project: "стоимость – 5 млрд тенге".
        is_told: Whether the sentence has told of something past or present before it.
    """

    stance: Stance
    is_label: bool
    is_project: bool = False
    is_told: bool = False


class SentenceStances:
    """The clauses of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._words = sentence.words
        self._clauses = list(clauses_of(sentence.words))
        told = (i for i, clause in enumerate(self._clauses) if clause.stance in _TELLING)
        self._first_told = next(told, len(self._clauses))
        self._task = self._find_task()
        self._home = [0] * len(sentence.words)
        for index, clause in enumerate(self._clauses):
            for word in range(clause.first, clause.last + 1):
                self._home[word] = index

    def of(self, number: Word) -> ClauseView:
        """The view of a number: of its own clause, else of the nearest that has a verb before or behind."""
        home = self._home[number.index]
        before = self._clauses[home - 1] if home else None
        opens_list = before is not None and before.is_label and self._words[before.last + 1].text == ":"
        clause = self._clauses[home]
        is_project = has_project_trait(self._words[clause.first : number.index])
        return ClauseView(
            self._stance(number), clause.is_label or opens_list, is_project, home > self._first_told
        )

    def _stance(self, number: Word) -> Stance:
        if self._is_set_against(number):
            return Stance.VERBLESS
        home = self._home[number.index]
        clause = self._clauses[home]
        words = self._words[clause.first : clause.last + 1]
        if has_planned_attribute(words, number) or has_plan_label(words, number) or has_target(words, number):
            return Stance.PLANNED
        if clause.stance is not Stance.VERBLESS:
            return Stance.PLANNED if is_allotted(words, number) else clause_stance(words, number.index)
        is_apposed = number.index == clause.first and self._is_apposed_to_plan(home)
        if is_apposed or self._is_behind_plan_bracket(home) or is_programme_budget(words, number):
            return Stance.PLANNED
        if self._is_announced(home) or self._is_behind_forecast(home):
            return Stance.PLANNED
        if clause.is_label:
            return Stance.VERBLESS
        if home == 0 and _is_existential(words, number) and not self._resumes_with_verb():
            return Stance.STANDING
        before = self._before(home)
        if before is None and opens_with_task(words):
            return Stance.PLANNED
        return before or self._behind(home) or (Stance.PLANNED if self._task <= home else Stance.VERBLESS)

    def _find_task(self) -> int:
        """Index of the clause that opens an act ("Утвердить бюджет, определённый из …"), else beyond."""
        for index, clause in enumerate(self._clauses[:2]):
            if opens_with_task(self._words[clause.first : clause.last + 1]):
                return index
        return len(self._clauses)

    def _is_set_against(self, number: Word) -> bool:
        """ "против 165 млрд в 2024-м", "вместо трёх": the number that another is compared with."""
        before = self._words[max(0, number.index - 3) : number.index]
        return any(word.low in _AGAINST for word in before) or _follows_what_was(before)

    def _resumes_with_verb(self) -> bool:
        """Whether the first clause goes on behind a bracket: "40 тонн яблок (код 0808) лежали …"."""
        for clause in self._clauses[1:4]:
            if clause.depth == 0:
                return self._words[clause.first - 1].text == ")" and clause.stance is not Stance.VERBLESS
        return False

    def _is_announced(self, home: int) -> bool:
        """ "Ожидаемые результаты: рост – 6%", "нужно заменить лифты: это 55 тысяч": behind a plan."""
        for index in range(home - 1, max(-1, home - 12), -1):
            clause = self._clauses[index]
            if clause.is_closed:
                return False
            if clause.depth == 0 and self._words[clause.last + 1].text == ":":
                words = self._words[clause.first : clause.last + 1]
                behind = self._clauses[index + 1]
                if clause.stance is Stance.PLANNED or opens_with_task(
                    self._words[behind.first : behind.last + 1]
                ):
                    return True
                if clause.stance is not Stance.VERBLESS:
                    return False
                if announces_plan(words):
                    return True
        return False

    def _is_apposed_to_plan(self, home: int) -> bool:
        """ "годовой план, 96,2 млн тонн, будет выполнен", "задание у области: двести десять"."""
        before = self._clauses[home - 1] if home else None
        if before is None or before.is_closed:
            return False
        words = self._words[before.first : before.last + 1]
        if self._words[before.last + 1].text == ":" and before.stance is Stance.VERBLESS:
            return any(
                is_plan_noun(word, "Nom") and not is_governed(words, i) for i, word in enumerate(words)
            )
        return is_plan_noun(words[-1], "Nom")

    def _is_behind_forecast(self, home: int) -> bool:
        """ "По прогнозам экспертов, рост – 10%"."""
        before = self._clauses[home - 1] if home else None
        if before is None or before.is_closed or before.last - before.first > 5:
            return False
        opening = self._words[before.first : before.first + 3]
        return opening[0].low in ("по", "согласно") and any(is_plan_noun(word) for word in opening[1:])

    def _is_behind_plan_bracket(self, home: int) -> bool:
        """ "2020 год (прогноз) – 46,8 тыс.": a bracket of nothing but a noun of planning."""
        before = self._clauses[home - 1] if home else None
        if before is None or before.depth <= self._clauses[home].depth or before.last != before.first:
            return False
        return is_plan_noun(self._words[before.first], "Nom")

    def _before(self, home: int) -> Stance | None:
        depth = self._clauses[home].depth
        for index in range(home - 1, max(-1, home - 24), -1):
            clause = self._clauses[index]
            if clause.is_closed:
                return None
            if clause.depth > depth:
                continue
            depth = clause.depth
            if clause.is_plan_label:
                return Stance.PLANNED
            if clause.stance is not Stance.VERBLESS:
                return clause.stance
            if clause.is_label:
                return Stance.VERBLESS
        return None

    def _behind(self, home: int) -> Stance | None:
        """ "годовой план, 96,2 млн тонн, будет выполнен": a clause behind that begins with its verb."""
        clause = self._clauses[home]
        if clause.is_closed or clause.depth or home + 1 >= len(self._clauses):
            return None
        behind = self._clauses[home + 1]
        if self._words[behind.first].lemma == "который":
            return None
        begins = any(word.pos == "VERB" for word in self._words[behind.first : behind.first + 2])
        return behind.stance if begins and behind.stance is not Stance.VERBLESS else None


def _follows_what_was(before: list[Word]) -> bool:
    """ "составит 3% после роста на 6% в 2021 году": what had been before."""
    places = [i for i, word in enumerate(before) if word.low == "после"]
    return bool(places) and all(word.pos in ("NOUN", "ADP", "ADJ") for word in before[places[-1] + 1 :])


def _is_existential(words: list[Word], number: Word) -> bool:
    """ "В авиации 105 бортов": a place, a number and what there is, in a sentence without a verb."""
    if words[0].low == "всего":
        words = words[1:]
    if (
        not words
        or words[0].low not in ("в", "во", "на", "у", "при")
        or any(word.text in _DASHES for word in words)
    ):
        return False
    before = [word for word in words if word.index < number.index]
    behind = [word for word in words if word.index > number.index]
    is_place = all(word.pos in ("ADP", "ADJ", "NOUN", "PROPN", "ADV", "PUNCT") for word in before)
    if words[0].low == "у" and all(word.pos not in ("NOUN", "PROPN") for word in before):
        return False  # "у 12% семей – …"
    return is_place and bool(behind) and behind[0].pos == "NOUN"
