"""Noun phrases: finding their bounds by agreement and writing them in normal form.

Belongs here: what belongs to a noun (adjectives before it, the genitive chain behind it) and
how the phrase reads with its head in the nominative singular. Does not belong here: which
phrase a number speaks of (`subjects`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.morphology import ADJECTIVE_CLASSES, NOUN_CLASSES, Reading, adjective_agreeing, genitive_of
from extractors.words import Word

MAX_WORDS = 14
_NOT_COUNTED = frozenset({"год", "г", "раз", "место", "тысяча", "миллион", "миллиард"})
_OPENING_QUOTES = frozenset('«"“„')
_CLOSING_QUOTES = frozenset('»"”')
_LINKING = frozenset({"и", "или", ","})
_LOCATIVE = frozenset({"в", "во", "на", "по"})
# Nouns that take what they are about in the instrumental.
_INSTRUMENTAL_NOUNS = frozenset(
    {
        "обеспеченность",
        "охват",
        "торговля",
        "обмен",
        "управление",
        "снабжение",
        "обеспечение",
        "заболеваемость",
        "владение",
    }
)
_NOUN_PREPOSITIONS = frozenset({"без", "из-за", "между", "о", "об"})
_ADJUNCT_PREPOSITIONS = _NOUN_PREPOSITIONS | {
    "в",
    "во",
    "на",
    "с",
    "со",
    "для",
    "от",
    "по",
    "к",
    "за",
    "перед",
    "под",
    "из",
    "при",
    "через",
}
# Pronominal attributes that say nothing of what is counted.
_PRONOMINAL = frozenset(
    {
        "этот",
        "весь",
        "свой",
        "наш",
        "данный",
        "такой",
        "тот",
        "каждый",
        "другой",
        "сам",
        "один",
        "указанный",
        "все",
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Attributes:
        head: Index of the head noun in its sentence.
        first: Index of its first word.
        last: Index of its last word.
        text: Normal form: head lemma in the nominative, its adjectives agreeing, the genitives as printed.
        head_lemma: Lemma of the head noun.
        adjunct: A prepositional phrase that hangs on the noun, as printed, "" if there is none.
    """

    head: int
    first: int
    last: int
    text: str
    head_lemma: str
    adjunct: str = ""


def noun_reading(word: Word, case: str = "") -> Reading | None:
    """The likeliest noun reading (in `case`), None if there is none."""
    for reading in word.readings:
        if reading.pos == "NOUN" and (not case or reading.case == case):
            return reading
    return None


def adjective_reading(word: Word, case: str = "") -> Reading | None:
    """The likeliest adjective or full participle reading (in `case`), None if there is none."""
    for reading in word.readings:
        if reading.pos == "ADJ" and (not case or reading.case == case):
            return reading
    return None


def is_noun(word: Word) -> bool:
    """Whether a word can head a phrase: a noun, an acronym or a foreign name."""
    return word.tag in NOUN_CLASSES and not word.in_time and word.pos != "ADP"


def is_adjective(word: Word) -> bool:
    """Whether a word can stand before a noun as its attribute."""
    return word.tag in ADJECTIVE_CLASSES


def phrase_at(words: Sequence[Word], start: int) -> Phrase | None:
    """The phrase that begins exactly at `start`: attributes, then a noun with what follows it."""
    index, attributes = start, 0
    while index < len(words) and index - start < 8:
        word = words[index]
        if is_adjective(word) and not _heads_phrase(words, index):
            attributes += 1
            index += 1
        elif (
            attributes and word.low in _LINKING and index + 1 < len(words) and is_adjective(words[index + 1])
        ):
            index += 1
        else:
            break
    if index < len(words) and is_noun(words[index]):
        return build(words, index, start)
    if index < len(words) and words[index].text in _OPENING_QUOTES:
        return None
    if attributes and index > start and _is_substantive(words, index - 1):
        return build(words, index - 1, start)
    return None


def _heads_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether an ambiguous adjective is the noun here ("рабочий", "данные"): no noun follows it."""
    word = words[index]
    if noun_reading(word) is None:
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    return following is None or not (is_noun(following) or is_adjective(following))


def _is_substantive(words: Sequence[Word], index: int) -> bool:
    """Whether a lone adjective stands for a noun ("зерновых", "пострадавших")."""
    reading = adjective_reading(words[index])
    return reading is not None and (index + 1 >= len(words) or not is_noun(words[index + 1]))


def phrase_ending(words: Sequence[Word], last: int) -> Phrase | None:
    """The phrase that ends at `last`: walks back over a genitive chain to its head."""
    index = last
    if index >= 0 and words[index].text in _CLOSING_QUOTES:
        while index > 0 and words[index].text not in _OPENING_QUOTES:
            index -= 1
        index -= 1
    if index < 0 or not (is_noun(words[index]) or is_adjective(words[index])):
        return None
    if not is_noun(words[index]) and index > 0 and _postposed(words[index - 1], words[index]):
        return build(words, index - 1, None, last)
    head = index
    while True:
        first = _first_attribute(words, head)
        before = first - 1
        if (
            before >= 0
            and is_noun(words[before])
            and (_can_be_genitive(words[head]) or _is_name_of(words, head))
        ):
            head = before
            continue
        if (
            before >= 1
            and words[before].low in _LINKING - {","}
            and is_noun(words[before - 1])
            and _can_be_genitive(words[head])
            and _can_be_genitive(words[before - 1])
            and _governed(words, before - 1)
        ):
            head = before - 1
            continue
        break
    return build(words, head, first, last)


def _postposed(noun: Word, adjective: Word) -> bool:
    """As in "крупу гречневую": an attribute that stands behind its noun in the same case."""
    if not is_noun(noun):
        return False
    cases = {r.case for r in noun.readings if r.pos == "NOUN"}
    return any(r.pos == "ADJ" and not r.is_participle and r.case in cases for r in adjective.readings)


def _is_name_of(words: Sequence[Word], index: int) -> bool:
    """Whether a capitalised word names the noun before it: "месторождения Коксай"."""
    word, before = words[index], words[index - 1]
    return word.text[:1].isupper() and not word.text.isupper() and before.text[:1].islower() and index > 1


def _governed(words: Sequence[Word], index: int) -> bool:
    first = _first_attribute(words, index)
    return first > 0 and is_noun(words[first - 1])


def _can_be_genitive(word: Word) -> bool:
    return not word.readings or word.has("NOUN", "Gen") or word.has("ADJ", "Gen")


def _first_attribute(words: Sequence[Word], head: int) -> int:
    first = head
    while first > 0 and head - first < 6:
        before = words[first - 1]
        if (
            is_adjective(before)
            and not (is_noun(before) and noun_reading(before) and before.readings[0].pos == "NOUN")
        ) or (
            first < head
            and before.low in _LINKING
            and first > 1
            and is_adjective(words[first - 2])
            and not words[first - 2].readings[0].is_participle
        ):
            first -= 1
        else:
            break
    return first


def build(
    words: Sequence[Word],
    head: int,
    first: int | None = None,
    last: int | None = None,
    *,
    before_verb: bool = False,
) -> Phrase:
    """The phrase around a head: attributes from `first` on, what hangs on it up to `last`.

    A subject that stands before its verb (`before_verb`) owns the prepositional phrase between.
    """
    start = _first_attribute(words, head) if first is None else first
    chain = _chain_end(words, head) if last is None else last
    end = _adjunct_end(words, head, chain, before_verb=before_verb) if last is None else last
    text, lemma = normal_form(words, start, head, chain)
    return Phrase(head, start, end, text, lemma, printed(words, chain + 1, end))


def printed(words: Sequence[Word], first: int, last: int) -> str:
    """Words `first`..`last` as printed."""
    return " ".join(word.text for word in words[first : last + 1])


def in_genitive(words: Sequence[Word], phrase: Phrase) -> str:
    """The phrase with head and attributes in the genitive, what follows the head as printed."""
    inflected = [genitive_of(word.text) for word in words[phrase.first : phrase.head + 1]]
    return " ".join([*inflected, *(word.text for word in words[phrase.head + 1 : phrase.last + 1])])


def _chain_end(words: Sequence[Word], head: int) -> int:
    """Index of the last word of the genitive chain (and of a quoted name) behind a head."""
    last = head
    if (
        words[head].lemma in _INSTRUMENTAL_NOUNS
        and head + 1 < len(words)
        and words[head + 1].has("NOUN", "Ins")
    ):
        last = head + 1
    while last + 1 < len(words) and last - head < MAX_WORDS:
        following = words[last + 1]
        if following.text in _OPENING_QUOTES:
            close = next(
                (i for i in range(last + 2, min(len(words), last + 9)) if words[i].text in _CLOSING_QUOTES),
                -1,
            )
            if close < 0:
                break
            last = close
            continue
        if following.pos == "PROPN" and following.text[:1].isupper() and not following.readings:
            last += 1
            continue
        stop = _genitive_group(words, last + 1)
        if stop is None:
            break
        last = stop
    return last


def _adjunct_end(words: Sequence[Word], head: int, last: int, *, before_verb: bool) -> int:
    """End of what hangs on a noun behind its genitives: "детей без прививок", "инвестиции в капитал"."""
    if last + 1 >= len(words):
        return last
    following = words[last + 1]
    if last + 2 >= len(words) or following.low not in _ADJUNCT_PREPOSITIONS:
        return last
    adjunct = phrase_at(words, last + 2)
    if (
        adjunct is None
        or words[adjunct.head].in_time
        or (words[adjunct.head].in_place and following.low in _LOCATIVE)
    ):
        return last
    inner = words[adjunct.head]
    hangs = inner.relation in ("nmod", "obl") and head <= inner.head <= last
    return adjunct.last if hangs or before_verb or following.low in _NOUN_PREPOSITIONS else last


def _genitive_group(words: Sequence[Word], start: int) -> int | None:
    """End of "adjectives + noun" in the genitive that starts at `start`, None if there is none."""
    index = start
    while (
        index < len(words)
        and index - start < 5
        and adjective_reading(words[index], "Gen")
        and is_adjective(words[index])
    ):
        if noun_reading(words[index], "Gen") and not (index + 1 < len(words) and is_noun(words[index + 1])):
            break
        index += 1
    if index >= len(words) or words[index].expression is not None:
        return None
    word = words[index]
    if not is_noun(word) or not (noun_reading(word, "Gen") or not word.readings):
        return None
    if word.low in ("года", "г", "лет", "месяца", "дня", "числа") and index == start:
        return None
    return index if word.readings or word.text[:1].isupper() else None


def normal_form(words: Sequence[Word], first: int, head: int, last: int) -> tuple[str, str]:
    """Normal form of words `first`..`last` around `head`, and the head's lemma."""
    reading = noun_reading(words[head])
    if reading is None:
        adjective = adjective_reading(words[head])
        lemma = adjective.lemma if adjective else words[head].text
        gender, shown = "Masc", (lemma if adjective else words[head].text)
    else:
        lemma = (
            words[head].text if words[head].text.isupper() and len(words[head].text) > 1 else reading.lemma
        )
        gender, shown = reading.gender, lemma
    parts = [
        adjective_agreeing(word.text, gender) if adjective_reading(word) else word.low
        for word in words[first:head]
        if word.lemma not in _PRONOMINAL
    ]
    parts.append(shown)
    parts.extend(_printed(word) for word in words[head + 1 : last + 1])
    text = " ".join(parts)
    for opening in "«“„":
        text = text.replace(f"{opening} ", opening)
    for closing in "»”":
        text = text.replace(f" {closing}", closing)
    return text.replace(" ,", ","), lemma


def _printed(word: Word) -> str:
    return word.text
