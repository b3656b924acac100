"""What the clauses before a clause without a verb say of the time of its numbers.

Belongs here: plans announced before it, and the nearest clause with a verb. Does not belong here: clauses
behind it (`clause_followers`), parting a sentence into clauses (`stance_clauses`) and what a number's own
clause says (`stances`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.stances.clause_followers import is_long_participle
from extractors.stances.clause_plans import opens_with_task
from extractors.stances.plan_attributes import announces_plan
from extractors.stances.plan_labels import is_allotted, is_plan_noun
from extractors.stances.plan_lexicon import Stance
from extractors.stances.plan_targets import sets_plan
from extractors.stances.stance_clauses import Clause, is_governed

_LISTING = frozenset({"включать", "входить", "вестись"})
_KEEPING = frozenset({"оставаться", "сохраняться"})


class ClauseNeighbours:
    """The clauses of one sentence, asked what they say for one of them."""

    def __init__(self, words: list[Word], clauses: Sequence[Clause]) -> None:
        """Takes the words of a sentence and its clauses, in order."""
        self._words, self._clauses = words, clauses

    def make_plan(self, home: int, *, opens: bool) -> bool:
        """Whether what stands before a clause without a verb makes its number a plan.

        Args:
            home: Index of the clause.
            opens: Whether the number opens it.
        """
        is_apposed = opens and self._is_apposed_to_plan(home)
        is_behind_plan = is_apposed or self._is_behind_plan_bracket(home)
        return is_behind_plan or self._is_announced(home) or self._is_behind_forecast(home)

    def _words_of(self, clause: Clause) -> list[Word]:
        return self._words[clause.first : clause.last + 1]

    def _is_announced(self, home: int) -> bool:
        """ "Ожидаемые результаты: рост – 6%", "нужно заменить лифты: это 55 тысяч": behind a plan."""
        for index in range(home - 1, max(-1, home - 12), -1):
            clause = self._clauses[index]
            if clause.is_closed:
                return False
            if clause.depth or self._words[clause.last + 1].text != ":":
                if not clause.depth and clause.verbs.tenses:
                    return (
                        False  # "предусмотрено снижение: по части 1 срок составляет 5 лет, по части 2 – 10"
                    )
                continue
            if clause.stance is Stance.PLANNED or opens_with_task(self._words_of(self._clauses[index + 1])):
                return True
            if clause.stance is not Stance.VERBLESS:
                return clause.names_plans and sets_plan(self._words_of(clause))
            if announces_plan(self._words_of(clause)):
                return True
        return False

    def _is_apposed_to_plan(self, home: int) -> bool:
        """ "годовой план, 96,2 млн тонн, будет выполнен", "задание у области: двести десять"."""
        before = self._clauses[home - 1] if home else None
        if before is None or before.is_closed:
            return False
        words = self._words_of(before)
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

    def mark_plan(self, home: int, number: Word) -> bool:
        """ "2025 год – 200 млрд тенге (прогноз)": a bracket behind the number that says no more."""
        mark = self._clauses[home + 1] if home + 1 < len(self._clauses) else None
        if mark is None or mark.first != mark.last or mark.depth <= self._clauses[home].depth:
            return False
        between = self._words[number.index + 1 : mark.first]
        is_last = all(word.expression is None for word in between)
        return is_last and len(between) <= 4 and is_plan_noun(self._words[mark.first], "Nom")

    def before(self, home: int) -> Stance | None:
        """What the nearest clause before says that has a verb or a label, and no deeper bracket."""
        depth = self._clauses[home].depth
        for index in range(home - 1, max(-1, home - 24), -1):
            clause = self._clauses[index]
            if clause.is_closed or self._words[self._clauses[index + 1].first].low == "что":
                return None
            if clause.depth > depth or (index == home - 1 and self._is_inserted(index)):
                continue
            depth = clause.depth
            if clause.is_plan_label:
                return Stance.PLANNED
            if clause.stance is Stance.STANDING and self._lists(clause, home):
                return Stance.VERBLESS
            if clause.stance is not Stance.VERBLESS:
                return clause.stance
            if clause.is_label:
                return Stance.VERBLESS
        return None

    def _is_inserted(self, index: int) -> bool:
        """ "довести охват детей, которые живут в сёлах, до 80%": told of a noun in between."""
        clause, words = self._clauses[index], self._words
        if index == 0 or clause.stance is Stance.PLANNED or words[clause.last + 1].text != ",":
            return False
        inside = self._words_of(clause)
        is_aside = any(word.lemma == "который" or is_long_participle(word) for word in inside[:2])
        is_aside = is_aside and words[clause.first - 1].text == ","
        return is_aside and all(word.expression is None for word in inside)

    def _lists(self, clause: Clause, home: int) -> bool:
        """ "Рынки включают Иран (2 тонны)", "оплата остаётся низкой: врачи – 25": no state by itself."""
        inside = self._words_of(clause)
        if self._clauses[home].depth > clause.depth and any(word.lemma in _LISTING for word in inside):
            return True
        is_judged = any(word.lemma in _KEEPING for word in inside) and any(
            w.has("ADJ", "Ins") for w in inside
        )
        return is_judged and self._words[clause.last + 1].text == ":"

    def allot(self, home: int, number: Word) -> bool:
        """ "заложено 25 млрд, из них 5 – на школы": whether the clause before sets an amount ahead."""
        before = self._clauses[home - 1] if home else None
        return before is not None and not before.is_closed and is_allotted(self._words_of(before), number)
