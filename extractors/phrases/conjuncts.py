"""Noun phrases joined by commas and a conjunction: "лук и морковь", "отравления, ожоги и травмы".

Belongs here: finding the members of such a row from its last or first one, and the row as one phrase. Does
not belong here: single phrases (`phrases`) and what a row measures (`subjects`).
"""

from collections.abc import Sequence
from functools import partial

from extractors.language.words import Word
from extractors.phrases.phrase_adjuncts import PRICES
from extractors.phrases.phrase_bounds import phrase_at, phrase_ending
from extractors.phrases.phrase_words import is_noun, only_in
from extractors.phrases.phrases import Phrase, build, is_counted, is_preposed

_LONGEST = 8
_COMMA = frozenset({","})
# "хранения и отгрузки, информации и связи": pairs may be listed too.
_LAST_JOINT, _LIST_JOINTS = frozenset({"и"}), frozenset({",", "и"})


def members(words: Sequence[Word], last: Phrase) -> list[Phrase]:
    """The members of the row that ends with a phrase, first to last; the phrase alone if it is in no row."""
    row = [last]
    joint, joints = last.first - 1, _LAST_JOINT
    while joint > 0 and len(row) < _LONGEST and words[joint].low in joints:
        end = _before_acronym(words, joint - 1)
        before = phrase_ending(words, end) if is_noun(words[end]) else None
        if before is None or not _same_case(words[before.head], words[last.head]):
            break
        if is_counted(words, before) and not words[last.head].has("NOUN", "Gen"):
            break  # "производство 5 тонн ржи и ввоз 3 тонн"
        row.insert(0, before)
        joints = _LIST_JOINTS if words[joint].text == "," else _COMMA
        joint = before.first - 1
    return row if not is_preposed(words, row[0]) else [last]


def _before_acronym(words: Sequence[Word], index: int) -> int:
    """As in "станции (СЭС) и плотины": past a bracket that holds but another name of the member."""
    return (
        index - 3
        if index > 2
        and (words[index].text, words[index - 2].text) == (")", "(")
        and words[index - 1].expression is None
        else index
    )


def _same_case(one: Word, other: Word) -> bool:
    return any(one.has("NOUN", case) and other.has("NOUN", case) for case in ("Nom", "Gen"))


def from_first(words: Sequence[Word], last: Phrase) -> Phrase:
    """As in "на школы и больницы", "включая ремонт и отделку": the phrase of both, told by the first.

    A preposition before the first holds for both; so does the verb of objects that look like subjects.
    """
    if last.first < 3 or words[last.first - 1].low not in ("и", "или"):
        return last
    first = _row_start(words, last.first - 2)
    is_object = only_in(words[last.head], "Acc")
    if first is None or not (is_object or is_preposed(words, first)):
        return last
    cases = {r.case for r in words[first.head].readings if r.pos == "NOUN"} - {"Nom"}
    is_row = any(r.pos == "NOUN" and r.case in cases for r in words[last.head].readings)
    if is_row and is_object and words[last.first - 1].low == "и" and first.last + 2 == last.first:
        return Phrase(first.head, first.first, last.last, first.head_lemma, partial(_listed, [first, last]))
    return build(words, first.head, first.first, last.last) if is_row else last


def opens_with_aim(words: Sequence[Word], last: Phrase) -> bool:
    """As in "на ремонт дорог, строительство школ выделено 5 млн": what the first "на" of a row holds for."""
    first: Phrase | None = last
    for _ in range(_LONGEST):
        if first is None or first.first < 2 or words[first.first - 1].low not in _LIST_JOINTS:
            return False
        end = first.first - 2
        first = phrase_ending(words, end) if is_noun(words[end]) or words[end].pos == "ADJ" else None
        if first is None or not words[first.head].has("NOUN", "Acc"):
            return False
        if first.first and words[first.first - 1].low == "на":
            return True
    return False


def _row_start(words: Sequence[Word], index: int) -> Phrase | None:
    """The first phrase before "и масло" of a row of objects; of prices more than one: "цены на рис, муку"."""
    first = nearest = phrase_ending(words, index) if is_noun(words[index]) else None
    while first is not None and first.first > 2 and words[first.first - 1].text == ",":
        before = phrase_ending(words, first.first - 2) if is_noun(words[first.first - 2]) else None
        if before is None or not all(words[member.head].has("NOUN", "Acc") for member in (before, first)):
            break
        first = before
    if first is None or first is nearest or first.first < 2:
        return first
    return first if words[first.first - 2].lemma in PRICES else nearest


def as_one(words: Sequence[Word], last: Phrase) -> Phrase:
    """The row that ends with a phrase as one phrase: its head is that of the first member."""
    row = members(words, last)
    while len(row) > 1 and not _in_one_case(words, row):
        row = row[1:]
    if len(row) == 1:
        return last
    if row[0].head < row[0].last and not any(words[member.head].has("NOUN", "Nom") for member in row[1:2]):
        return build(words, row[0].head, row[0].first, last.last)  # "средства фирм, банков и населения"
    return Phrase(row[0].head, row[0].first, last.last, row[0].head_lemma, partial(_listed, row))


def _in_one_case(words: Sequence[Word], row: Sequence[Phrase]) -> bool:
    return any(all(words[member.head].has("NOUN", case) for member in row) for case in ("Nom", "Gen"))


def row_opened_by(words: Sequence[Word], first: Phrase) -> str:
    """Normal form of the row of genitives that a phrase opens: "17 тысяч квартир и домов".

    "" where no "и" closes the row, or where its last member starts a statement of its own.
    """
    row = [first]
    while len(row) < _LONGEST and row[-1].last + 2 < len(words):
        joint = words[row[-1].last + 1].low
        member = phrase_at(words, row[-1].last + 2) if joint in ("и", ",") else None
        if member is None or not _is_joined_genitive(words, first, member):
            break
        row.append(member)
        if joint == "и":
            return "" if _goes_on(words, member.last + 1) else _listed(row)
    return ""


def _is_joined_genitive(words: Sequence[Word], first: Phrase, member: Phrase) -> bool:
    head = words[member.head]
    if words[first.head].in_place or head.in_place or head.in_time:
        return False
    return words[first.head].has("NOUN", "Gen") and any(
        reading.pos == "NOUN" and reading.case == "Gen" for reading in head.readings[:2]
    )


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether a number, a joint of a label or a verb follows, so that the last member may be its own."""
    if index >= len(words):
        return False
    word = words[index]
    return word.expression is not None or word.text in ("–", "—", ":", "(") or word.pos == "VERB"


def _listed(row: Sequence[Phrase]) -> str:
    return f"{', '.join(member.text for member in row[:-1])} и {row[-1].text}"
