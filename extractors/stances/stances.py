"""What the words of its clause say of a number's time: planned, past, present, or nothing.

Belongs here: the order in which its own clause and the others are asked. Does not belong here: parting a
sentence into clauses (`stance_clauses`), what other clauses say for one without a verb
(`clause_neighbours`, `clause_followers`), what a clause's words mean (`clause_tense`, `plan_labels`),
temporal expressions (`times`), the period (`period_reader`) and the final modality (`modality`).
"""

from itertools import pairwise

from extractors.language.words import Sentence, Word
from extractors.records import record
from extractors.stances.clause_followers import ClauseFollowers
from extractors.stances.clause_neighbours import ClauseNeighbours
from extractors.stances.clause_plans import is_order, opens_with_task
from extractors.stances.clause_tense import stance_at
from extractors.stances.deeds import tells_of_done, tells_of_earlier
from extractors.stances.plan_attributes import aims_at, has_planned_attribute, is_plan_attribute
from extractors.stances.plan_labels import (
    has_plan_label,
    has_project_trait,
    is_allotted,
    is_programme_budget,
)
from extractors.stances.plan_lexicon import Stance
from extractors.stances.plan_targets import has_target
from extractors.stances.shared_verbs import shares_amount, shares_future, with_shared_plans
from extractors.stances.stance_clauses import clauses_of
from extractors.stances.standing_labels import is_reached

_DASHES = frozenset({"–", "—", "-"})
_TELLING = frozenset({Stance.PAST, Stance.PRESENT, Stance.STANDING})
_WHERE = frozenset({"в", "во", "на", "у", "при"})
_GOAL_REACH = 5
_GOALS = frozenset({"план", "прогноз", "задание"})
_DONE = ("нных", "тых")
_OUTCOME = frozenset({"фактический", "факт", "фактически"})
_RESUMING = frozenset({"что", "это"})
_RESTATING = frozenset({"составляет", "превышает", "соответствует", "равно", "эквивалентно"})
_AGAINST = frozenset({"против", "вместо", "сравнению"})


@record
class ClauseView:
    """What the clause of a number shows.

    Attributes:
        stance: What it says of the number's time.
        is_label: Whether it is a bare label: "ширина полосы – 3,75 метра".
        is_project: Whether it names a trait of a project: "стоимость – 5 млрд тенге".
        is_told: Whether the sentence has told of something past or present before it.
        is_reached: Whether its past verb tells what a stock has come to: "численность составила 118 тысяч".
        is_goal: Whether an outcome is measured against it: "при плане 15 млн поступило 17".
        is_already: Whether it has a verb and says "уже".
        is_earlier: Whether its past verb tells of what was before: "ранее были заблокированы".
        restates: Whether it says the number before in other terms: "что составляет 11% территории".
        resumes: Whether it has no verb and compares what the number before told: "что на 4% выше".
    """

    stance: Stance
    is_label: bool
    is_project: bool = False
    is_told: bool = False
    is_reached: bool = False
    is_goal: bool = False
    is_already: bool = False
    is_earlier: bool = False
    restates: bool = False
    resumes: bool = False


class SentenceStances:
    """The clauses of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._words = sentence.words
        self._clauses = with_shared_plans(sentence.words, clauses_of(sentence.words))
        self._around = ClauseNeighbours(sentence.words, self._clauses)
        self._followers = ClauseFollowers(sentence.words, self._clauses)
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
        inside = self._words[clause.first : clause.last + 1]
        is_project = clause.names_plans and has_project_trait(self._words[clause.first : number.index])
        stance = self._stance(number)
        reached = stance is Stance.PAST and (
            is_reached(inside, self._words[: clause.first]) or self._is_brought_to(number)
        )
        is_label = clause.is_label or opens_list
        is_goal = stance is Stance.PLANNED and self._is_goal(number)
        opens = self._words[clause.first].low
        resumes = clause.stance is Stance.VERBLESS and opens in _RESUMING
        restates = opens == "что" and any(word.low in _RESTATING for word in inside)
        is_told = home > self._first_told
        has_verb = clause.stance is not Stance.VERBLESS
        is_already = has_verb and any(word.low == "уже" for word in inside)
        is_earlier = stance is Stance.PAST and has_verb and tells_of_earlier(inside)
        return ClauseView(
            stance, is_label, is_project, is_told, reached, is_goal, is_already, is_earlier, restates, resumes
        )

    def _is_goal(self, number: Word) -> bool:
        """ "при плане 15 млн поступило 17", "40 из намеченных 95": what an outcome is measured against."""
        before = self._words[max(0, number.index - _GOAL_REACH) : number.index]
        for one, other in pairwise(before):
            if one.low == "при" and (other.lemma in _GOALS or is_plan_attribute(other)):
                return True
        return len(before) > 2 and before[-2].low == "из" and before[-3].expression is not None

    def _is_brought_to(self, number: Word) -> bool:
        """ "сеть выросла почти до 140 тыс. км": where a change has ended, things stand now."""
        before = self._words[max(0, number.index - 2) : number.index]
        return any(word.low == "до" for word in before)

    def _stance(self, number: Word) -> Stance:
        home = self._home[number.index]
        clause = self._clauses[home]
        words = self._words[clause.first : clause.last + 1]
        if _is_out_of_done(self._words, number):
            return Stance.PAST
        has_attribute = clause.names_plans and has_planned_attribute(words, number)
        if not has_attribute and self._is_set_against(number):
            return Stance.STATE if clause.stance is Stance.PLANNED else Stance.VERBLESS
        if has_attribute or aims_at(self._words, number):
            return Stance.PLANNED
        if clause.names_plans and (has_plan_label(words, number) or has_target(words, number)):
            return Stance.PLANNED
        if self._around.mark_plan(home, number):
            return Stance.PLANNED
        if shares_future(self._words, self._clauses, home):
            return Stance.PLANNED
        if clause.stance is not Stance.VERBLESS:
            return Stance.PLANNED if is_allotted(words, number) else stance_at(clause.verbs, number.index)
        return self._verbless_stance(number, home, words)

    def _verbless_stance(self, number: Word, home: int, words: list[Word]) -> Stance:
        """What the clauses around say for a number whose own clause has no verb."""
        if any(word.lemma in _OUTCOME for word in words if word.index < number.index):
            return Stance.PAST
        opens = number.index == self._clauses[home].first
        if is_programme_budget(words, number) or self._around.make_plan(home, opens=opens):
            return Stance.PLANNED
        if self._clauses[home].is_label:
            is_shared = shares_amount(self._words, self._clauses, home)
            return Stance.PLANNED if is_shared else Stance.VERBLESS
        if home == 0 and _is_existential(words, number) and not self._followers.resumes_with_verb():
            return Stance.STANDING
        if words[0].low == "а" and (row := self._followers.row_behind(home)) is not None:
            return row
        before = self._around.before(home)
        if before in (Stance.PRESENT, Stance.STANDING) and tells_of_done(words):
            return Stance.PAST
        if before is not None:
            return Stance.PLANNED if self._around.allot(home, number) else before
        if opens_with_task(words) or (home <= 1 and is_order(words)):
            return Stance.PLANNED
        is_plan = self._task <= home or self._followers.creates_behind(home)
        return self._followers.stance_behind(home) or (Stance.PLANNED if is_plan else Stance.VERBLESS)

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


def _is_out_of_done(words: list[Word], number: Word) -> bool:
    """ "из собранных 27 млн тонн продадут 10": what was done by then, whatever comes of it."""
    index = number.index - 1
    while index > 1 and (words[index].in_time or words[index].low in ("в", "за", "с")):
        index -= 1  # "из собранных в 2024 году 27 млн"
    done = words[index]
    if index < 1 or words[index - 1].low not in ("из", "от") or is_plan_attribute(done):
        return False
    return done.low.endswith(_DONE) and any(r.is_participle and r.tense == "Past" for r in done.readings)


def _follows_what_was(before: list[Word]) -> bool:
    """ "составит 3% после роста на 6% в 2021 году": what had been before."""
    places = [i for i, word in enumerate(before) if word.low == "после"]
    return bool(places) and all(word.pos in ("NOUN", "ADP", "ADJ") for word in before[places[-1] + 1 :])


def _is_existential(words: list[Word], number: Word) -> bool:
    """ "В авиации 105 бортов": a place, a number and what there is, in a sentence without a verb."""
    if words[0].low == "всего":
        words = words[1:]
    if not words or words[0].low not in _WHERE or any(word.text in _DASHES for word in words):
        return False
    before = [word for word in words if word.index < number.index]
    behind = [word for word in words if word.index > number.index]
    is_place = all(word.pos in ("ADP", "ADJ", "NOUN", "PROPN", "ADV", "PUNCT") for word in before)
    if words[0].low == "у" and all(word.pos not in ("NOUN", "PROPN") for word in before):
        return False  # "у 12% семей – …"
    return is_place and bool(behind) and behind[0].pos == "NOUN"
