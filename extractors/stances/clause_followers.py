"""What the clauses behind a clause without a verb say of the time of its numbers.

Belongs here: the verb that a row of numbers, a bracket or an insertion stands before. Does not belong here:
clauses before it (`clause_neighbours`), parting a sentence into clauses (`stance_clauses`) and what a
number's own clause says (`stances`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.stances.plan_lexicon import Stance
from extractors.stances.stance_clauses import Clause

_REFERRING = frozenset({"который", "что"})
_PARTS = frozenset({("в", "том"), ("из", "них")})


# What comes into being with all that is told of it in a bracket: "станция (на 300 МВт) будет построена".
_CREATING = frozenset(
    {"построить", "строить", "возвести", "возводить", "соорудить", "сооружать", "создать", "создавать"}
    | {"ввести", "вводить", "запустить", "запускать", "открыть", "открывать", "открыться", "появиться"}
    | {"сдать", "сдавать", "реализовать", "реализовывать", "проложить", "установить", "разместить"}
)


class ClauseFollowers:
    """The clauses of one sentence, asked for the verb that follows one of them."""

    def __init__(self, words: list[Word], clauses: Sequence[Clause]) -> None:
        """Takes the words of a sentence and its clauses, in order."""
        self._words, self._clauses = words, clauses

    def stance_behind(self, home: int) -> Stance | None:
        """ "годовой план, 96,2 млн тонн, будет выполнен": a clause behind that begins with its verb."""
        clause = self._clauses[home]
        if clause.is_closed or clause.depth or home + 1 >= len(self._clauses):
            return None
        behind = self._clauses[home + 1]
        if (row := self.row_behind(home)) is not None:
            return row
        if self._words[clause.last + 1].text == ":":
            return None
        behind = self._behind_bracket(home) or self._behind_insertion(home + 1)
        if self._words[behind.first].lemma in _REFERRING or self._explains(behind):
            return None
        begins = any(word.pos == "VERB" for word in self._words[behind.first : behind.first + 2])
        return behind.stance if begins and behind.stance is not Stance.VERBLESS else None

    def _explains(self, clause: Clause) -> bool:
        """ "это 6%, то есть надо расти": what follows from the number is no verb of it."""
        return [word.low for word in self._words[clause.first : clause.first + 2]] == ["то", "есть"]

    def _behind_bracket(self, home: int) -> Clause | None:
        """ "около 5 млрд тенге (10 млн евро) выделят": the clause that goes on behind a bracket."""
        bracket, behind = self._clauses[home + 1], self._clauses[home + 2 : home + 3]
        is_closed = bool(behind) and self._words[bracket.last + 1].text == ")"
        is_bracket = is_closed and bracket.depth == 1 and behind[0].first == bracket.last + 2
        return behind[0] if is_bracket and not behind[0].depth else None

    def creates_behind(self, home: int) -> bool:
        """ "станция (на 300 МВт) будет построена": a bracket without a time behind what is still to come."""
        clause = self._clauses[home]
        inside = self._words[clause.first : clause.last + 1]
        if clause.depth != 1 or home == 0 or self._clauses[home - 1].stance is not Stance.VERBLESS:
            return False
        if home + 1 >= len(self._clauses) or any(word.in_time for word in inside):
            return False
        behind = self._clauses[home + 1]
        if behind.depth or behind.stance is not Stance.PLANNED or self._words[behind.first - 1].text != ")":
            return False
        opening = self._words[behind.first : behind.first + 4]
        return any(reading.lemma in _CREATING for word in opening for reading in word.readings[:1])

    def _behind_insertion(self, index: int) -> Clause:
        """ "трое, снявших видео, наказаны", "12 машин, которые ждали, прошли": the clause that goes on."""
        inserted, before = self._clauses[index], self._clauses[index - 1]
        opens = any(word.expression is not None for word in self._words[before.first : before.first + 6])
        if not opens or inserted.is_closed or index + 1 >= len(self._clauses):
            return inserted
        opening = self._words[inserted.first : inserted.first + 2]
        is_closed_by_comma = self._words[inserted.last + 1].text == ","
        is_aside = any(word.lemma == "который" or is_long_participle(word) for word in opening)
        return self._clauses[index + 1] if is_closed_by_comma and is_aside else inserted

    def row_behind(self, home: int) -> Stance | None:
        """ "20 садов, 4 школы, в том числе 2 новых, построят": what the clause says that ends a row."""
        for clause in self._clauses[home : home + 12]:
            first = self._words[clause.first]
            if clause is self._clauses[home] and first.low == "а" and clause.last > clause.first:
                first = self._words[clause.first + 1]  # "а 510 человек, включая 120 детей, остаются"
            if clause.stance is not Stance.VERBLESS:
                return clause.stance if first.expression is not None or first.pos == "VERB" else None
            opening = tuple(word.low for word in self._words[clause.first : clause.first + 2])
            goes_on = first.expression is not None or opening in _PARTS or first.low == "включая"
            mark = self._words[clause.last + 1].text if clause.last + 1 < len(self._words) else ""
            if clause.is_label or clause.depth or mark != "," or not goes_on:
                return None
        return None

    def resumes_with_verb(self) -> bool:
        """Whether the first clause goes on behind a bracket or insertion: "40 тонн (код 0808) лежали"."""
        if len(self._clauses) > 1 and (behind := self._behind_insertion(1)) is not self._clauses[1]:
            return behind.stance is not Stance.VERBLESS
        for clause in self._clauses[1:4]:
            if clause.depth == 0:
                return self._words[clause.first - 1].text == ")" and clause.stance is not Stance.VERBLESS
        return False


def is_long_participle(word: Word) -> bool:
    """ "снявших", "построенные": an attribute with the tense of a verb."""
    return word.pos == "ADJ" and bool(word.readings) and word.readings[0].is_participle
