"""Whether a counted noun stands behind a bare number ("48 тысяч пациентов") or none does ("148 тысяч, и").

Belongs here: the look at the next words that decides whether a number without a unit counts what
follows. Does not belong here: the noun as a subject (`subjects`).
"""

import re
from decimal import Decimal

from extractors.lexicon.readings import Reading, readings

_OBLIQUE = frozenset({"Gen", "Dat", "Loc", "Ins"})
_AFTER_MANY = frozenset((case, "Plur") for case in _OBLIQUE)
_AFTER_FEW = _AFTER_MANY | {("Gen", "Sing")}
_AFTER_ONE = _AFTER_MANY | {(case, "Sing") for case in _OBLIQUE | {"Nom", "Acc"}}
_UNLIKELY = 0.05
_NEXT_WORD = re.compile(r"[ \u00a0\u202f\u2009]{0,3}(?:«|\"|“)?(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*)")
_NEXT_LOWER = re.compile(r"[ \u00a0](?P<word>[а-яё]{3,})(?![\w-])")
_CLOSED = re.compile(r"\s*(?:[.,;:!?)\]|–—/-]|$)")
_CAPITAL = re.compile(r"\s+[«\"(–—-]?\s?[А-ЯЁA-Z](?![А-ЯЁ]{1,5}(?!\w))")  # "7 тыс. ДТП" counts
_ATTRIBUTES = 4
_NOT_COUNTED = frozenset(
    {"это", "из", "и", "а", "но", "или", "в", "на", "с", "по", "за", "до", "от", "у", "к", "о", "для",
     "против", "при", "год", "года", "году", "годом", "месяцем", "днем", "днём", "ранее", "раньше", "меньше",
     "больше", "выше", "ниже", "раз", "чем", "тем", "те", "наличными", "всего"}
)  # fmt: skip

_HEADS = "населения"  # has no plural: "на 1000 населения"

# Sums of money: in millions of them nothing is counted ("15,4 трлн собственных доходов").
_SUMS = frozenset(
    {"доход", "расход", "инвестиция", "средство", "налог", "поступление", "трансферт", "затрата", "актив",
     "пассив", "вложение", "капиталовложение", "ущерб", "прибыль", "выручка", "убыток", "долг", "капитал",
     "задолженность", "накопление", "финансирование", "ассигнование", "отчисление", "сбор"}
)  # fmt: skip
_BIG_SUMS = _SUMS | {"кредит", "заём", "субсидия", "выплата", "платёж", "гарантия", "дивиденд", "взнос"}
_MILLION, _MILLIARD = Decimal(10) ** 6, Decimal(10) ** 9


def counts_what_follows(text: str, end: int, scale: Decimal = Decimal(1)) -> bool:
    """Whether the words behind a number without a unit are the thing that it counts.

    Args:
        text: The whole text.
        end: End of the number with its scale.
        scale: The scale printed with it; behind a thousand, a million and so on only a genitive is counted.
    """
    position, passed = end, 0
    last: tuple[Reading, ...] = ()
    if text[end - 1] == "." and _CAPITAL.match(text, end):
        return False  # the dot of "млн." ended the sentence
    for _ in range(_ATTRIBUTES):
        match = _NEXT_WORD.match(text, position)
        if match is None:
            return position > end and _CLOSED.match(text, position) is not None
        word = match["word"]
        if word.lower() in _NOT_COUNTED:
            return _names_people(last, passed)
        found = readings(word)
        if not found:
            return True  # an abbreviation or a foreign word: "14 SME", "16 СЭЗ" unknown to the dictionary
        if scale > 1 and not any(r.case == "Gen" or not r.case for r in found):
            return False
        if _is_counted(found):
            return not _is_sum(found, scale)
        if not _is_attribute(found):
            return _names_people(last, passed)
        position, passed, last = match.end(), passed + 1, found
    return False


def _names_people(last: tuple[Reading, ...], passed: int) -> bool:
    """As in "18 сельских служащих получили", "12 пострадавших в аварии": the last attribute is the noun."""
    if not last or (last[0].case, last[0].number) != ("Gen", "Plur"):
        return False
    return passed > 1 or any(r.is_participle and r.verb_form == "" for r in last[:4])


def names_what_follows(text: str, end: int, value: Decimal, *, is_led: bool) -> bool:
    """Whether the next word is a noun in a form that no such number of things has: "в 5 классе", "2 очередь".

    Behind a preposition ("из 20 отделений в 19 число больных выросло") a nominative begins another phrase.
    """
    match = _NEXT_LOWER.match(text, end) if value >= 2 and value == int(value) else None
    if match is None or match["word"] in _NOT_COUNTED or match["word"] == _HEADS:
        return False
    found = [reading for reading in readings(match["word"]) if reading.score >= _UNLIKELY]
    cases = _OBLIQUE if is_led else _OBLIQUE | {"Nom", "Acc"}
    if not found or any(
        r.pos != "NOUN" or r.case not in cases or r.number != "Sing" or r.is_animate for r in found
    ):
        return False
    return not any((reading.case, reading.number) in _forms_after(value) for reading in found)


def _forms_after(value: Decimal) -> frozenset[tuple[str, str]]:
    """Case and number in which a noun can stand behind a number."""
    last, last_two = int(value) % 10, int(value) % 100
    if last == 1 and last_two != 11:
        return _AFTER_ONE
    return _AFTER_FEW if 2 <= last <= 4 and not 12 <= last_two <= 14 else _AFTER_MANY


def agrees_behind(text: str, end: int, value: Decimal) -> bool:
    """Whether the next noun has the form that a number asks for: "2025 школ", not "2025 возможность"."""
    position, wanted = end, _forms_after(value)
    for _ in range(_ATTRIBUTES):
        match = _NEXT_WORD.match(text, position)
        found = readings(match["word"]) if match else ()
        if match is None or not found:
            return match is not None
        nouns = [reading for reading in found if reading.pos == "NOUN"]
        if nouns and (found[0].pos == "NOUN" or not _is_attribute(found)):
            return any(not r.case or (r.case, r.number) in wanted for r in nouns)
        position = match.end()
    return False


def _is_counted(found: tuple[Reading, ...]) -> bool:
    """Whether a word can be the noun of a number: a genitive, or another form that a preposition asks for."""
    if found[0].pos not in ("NOUN", "PROPN") and not any(r.pos == "NOUN" and r.score > 0.2 for r in found):
        return False
    nouns = [reading for reading in found if reading.pos == "NOUN"]
    return any(r.case == "Gen" or r.number == "Plur" or not r.case for r in nouns) or any(
        r.case in ("Nom", "Acc", "Dat", "Ins", "Loc") and not r.is_name for r in nouns
    )


def _is_sum(found: tuple[Reading, ...], scale: Decimal) -> bool:
    """Whether a noun behind millions is a sum of money rather than a thing."""
    sums = _BIG_SUMS if scale >= _MILLIARD else _SUMS
    return scale >= _MILLION and any(r.pos == "NOUN" and r.lemma in sums for r in found)


def _is_attribute(found: tuple[Reading, ...]) -> bool:
    return any(r.pos == "ADJ" and r.case in ("Gen", "Nom", "Acc", "Dat", "Ins", "Loc") for r in found)
