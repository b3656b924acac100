"""Noun phrases: finding their bounds by agreement.

Belongs here: where a phrase begins and what its head is. Does not belong here: what hangs on a noun
behind it (`phrase_chain`), normal forms (`phrase_form`), which phrase a number speaks of (`subjects`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.morphology import genitive_of
from extractors.phrase_chain import adjunct_end, chain_end, closing_noun
from extractors.phrase_form import agree, normal_form, printed
from extractors.phrase_words import adjective_reading, is_adjective, is_noun, noun_reading
from extractors.words import Word

_OPENING_QUOTES = frozenset('«"“„')
_CLOSING_QUOTES = frozenset('»"”')
_LINKING = frozenset({"и", "или", ","})
MODIFIERS = frozenset({"особо", "особенно", "не", "вновь", "впервые", "ранее", "наиболее"})
"""Adverbs that belong to the attribute behind them: "особо тяжких", "вновь созданных"."""
_OBLIQUE = ("Gen", "Dat", "Loc", "Ins")
_DEMONSTRATIVE_CASES = {
    "то": ("Acc",),
    "же": ("Acc", *_OBLIQUE),
    "том": ("Loc",),
    "этом": ("Loc",),
    "самом": ("Loc",),
    "этой": _OBLIQUE,
    "той": _OBLIQUE,
}
_ANY_CASE = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})


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


def phrase_at(words: Sequence[Word], start: int) -> Phrase | None:
    """The phrase that begins exactly at `start`: attributes, then a noun with what follows it."""
    index, attributes = start, 0
    while index < len(words) and index - start < 8:
        if _is_attribute(words, index):
            if attributes and _is_governed(words, index):
                break
            attributes += 1
            index += 1
        elif _goes_on(words, index, attributes):
            index += 1
        else:
            break
    if index < len(words) and is_noun(words[index]):
        return build(words, index, start)
    if index < len(words) and words[index].text in _OPENING_QUOTES:
        return None
    if not attributes or index == start:
        return None
    closing = closing_noun(words, index - 1, _ANY_CASE)
    if closing is not None:
        return build(words, closing, start)
    return build(words, index - 1, start) if _is_substantive(words, index - 1) else None


def _goes_on(words: Sequence[Word], index: int, attributes: int) -> bool:
    """Whether a conjunction joins a further attribute, or an adverb belongs to the next one."""
    word = words[index]
    if attributes and word.low in _LINKING:
        return _joins_attributes(words, index)
    return word.low in MODIFIERS and index + 1 < len(words) and _is_attribute(words, index + 1)


def _is_governed(words: Sequence[Word], index: int) -> bool:
    """As in "занятых трудовой деятельностью граждан": an attribute of what the participle before governs."""
    participle = next((r for r in words[index - 1].readings if r.is_participle), None)
    if participle is None or participle.case != "Gen":
        return False
    return not any(
        (r.case, r.number) == ("Gen", participle.number) for r in words[index].readings if r.pos == "ADJ"
    )


def _is_attribute(words: Sequence[Word], index: int) -> bool:
    """Whether a word is an attribute here; one that is rarely an adjective may be joined to another."""
    if is_adjective(words[index]):
        return not _heads_phrase(words, index)
    is_joined = index + 3 < len(words) and words[index + 1].low in ("и", "или")
    return (
        is_joined
        and adjective_reading(words[index]) is not None
        and _is_plain_attribute(words[index + 2])
        and _joins_attributes(words, index + 1)
        and is_noun(words[index + 3])
    )


def _is_plain_attribute(word: Word) -> bool:
    """Whether a word is rather an attribute than a noun: "зернобобовых", but not "служащих"."""
    first = word.readings[0] if word.readings else None
    is_adjective_first = first is not None and first.pos == "ADJ" and not first.is_participle
    return is_adjective_first or noun_reading(word) is None


def _joins_attributes(words: Sequence[Word], index: int) -> bool:
    """Whether the words around a conjunction or comma are attributes in one form ("малых и средних")."""
    joined = index + 1
    if joined + 1 < len(words) and words[joined].low in MODIFIERS:
        joined += 1
    if joined >= len(words) or not is_adjective(words[joined]):
        return False
    forms = {(r.case, r.number) for r in words[index - 1].readings if r.pos == "ADJ"}
    return any((r.case, r.number) in forms for r in words[joined].readings if r.pos == "ADJ")


def _heads_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether an ambiguous adjective is the noun here ("рабочий", "данные"): no noun follows it."""
    word = words[index]
    if noun_reading(word) is None:
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.low in _LINKING and _joins_attributes(words, index + 1):
        joined = words[index + 2]
        closes = index + 3 < len(words) and is_noun(words[index + 3])
        return not closes or noun_reading(joined) is not None
    return following is None or not (is_noun(following) or is_adjective(following))


def _is_substantive(words: Sequence[Word], index: int) -> bool:
    """Whether a lone adjective stands for a noun ("зерновых", "пострадавших")."""
    reading = adjective_reading(words[index])
    return reading is not None and (index + 1 >= len(words) or not is_noun(words[index + 1]))


def phrase_ending(words: Sequence[Word], last: int) -> Phrase | None:
    """The phrase that ends at `last`: walks back over a genitive chain to its head."""
    index = last
    if index > 0 and words[index].text in _CLOSING_QUOTES:
        index -= 1
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
        before = _before_aside(words, first - 1)
        if (
            before >= 0
            and is_noun(words[before])
            and words[before].low != "числе"
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


def _before_aside(words: Sequence[Word], index: int) -> int:
    """Skips one or two words in brackets behind a noun: "дефицит (профицит) бюджета"."""
    if index < 3 or words[index].text != ")":
        return index
    opening = next((i for i in (index - 2, index - 3) if words[i].text == "("), 0)
    aside = words[opening + 1 : index]
    holds_noun = any(is_noun(word) for word in aside) and not any(word.expression for word in aside)
    return opening - 1 if opening and holds_noun and is_noun(words[opening - 1]) else index


def is_preposed(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase stands behind a preposition, demonstratives skipped ("в то же время")."""
    index = phrase.first - 1
    while index >= 0 and _points_at(words[index], words[phrase.head]):
        index -= 1
    return index >= 0 and words[index].pos == "ADP"


def _points_at(word: Word, noun: Word) -> bool:
    """Whether a demonstrative belongs to a noun: "в этом году", but "при этом цена"."""
    cases = _DEMONSTRATIVE_CASES.get(word.low)
    return cases is not None and any(noun.has("NOUN", case) for case in cases)


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
            and agree(before, words[head])
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
    chain = chain_end(words, head) if last is None else last
    end = adjunct_end(words, head, chain, before_verb=before_verb) if last is None else last
    text, lemma = normal_form(words, start, head, chain)
    return Phrase(head, start, end, text, lemma, printed(words, chain + 1, end))


def in_genitive(words: Sequence[Word], phrase: Phrase) -> str:
    """The phrase with head and attributes in the genitive, what follows the head as printed."""
    inflected = [genitive_of(word.text) for word in words[phrase.first : phrase.head + 1]]
    return " ".join([*inflected, *(word.text for word in words[phrase.head + 1 : phrase.last + 1])])
