"""Finding phrases: the one that begins at a word and the one that ends at a word.

Belongs here: walking over attributes to the head, or back over genitives to it. Does not belong here:
what an attribute is (`phrase_attributes`) and the phrase around a known head (`phrases`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.phrases.ordinals_within import before_ordinals
from extractors.phrases.phrase_attributes import (
    completes,
    first_attribute,
    goes_on,
    is_attribute,
    is_governed,
    is_modifier,
)
from extractors.phrases.phrase_participles import closing_noun, own_participle
from extractors.phrases.phrase_words import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    adjective_reading,
    is_adjective,
    is_noun,
)
from extractors.phrases.phrases import Phrase, build

_MOST_WORDS = 8
_PUT_INTO = frozenset({"эксплуатацию", "действие", "строй", "оборот", "собственность", "аренду"})
_ANY_CASE = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})


def phrase_at(words: Sequence[Word], start: int) -> Phrase | None:
    """The phrase that begins exactly at `start`: attributes, then a noun with what follows it."""
    index, attributes = _behind_attributes(words, start)
    if index < len(words) and is_noun(words[index]) and not (attributes and completes(words, index)):
        return build(words, index, start)
    if index < len(words) and words[index].text in OPENING_QUOTES:
        return None
    if not attributes:
        return None
    closing = closing_noun(words, index - 1, _ANY_CASE)
    if closing is not None:
        return build(words, closing, start)
    return build(words, index - 1, start) if _is_substantive(words, index - 1) else None


def _behind_attributes(words: Sequence[Word], start: int) -> tuple[int, int]:
    """Index behind the attributes that start at `start`, and how many they are."""
    index, attributes = start, 0
    while index < len(words) and index - start < _MOST_WORDS:
        if is_attribute(words, index):
            if attributes and is_governed(words, index):
                break
            attributes += 1
        elif not goes_on(words, index, attributes):
            break
        index += 1
    return index, attributes


def _is_substantive(words: Sequence[Word], index: int) -> bool:
    """Whether a lone adjective stands for a noun ("зерновых", "пострадавших")."""
    if adjective_reading(words[index]) is None:
        return False
    return index + 1 >= len(words) or not is_noun(words[index + 1]) or completes(words, index + 1)


def phrase_ending(words: Sequence[Word], last: int) -> Phrase | None:
    """The phrase that ends at `last`: walks back over a genitive chain to its head."""
    head = _before_quoted(words, last)
    if head < 0 or not (is_noun(words[head]) or is_adjective(words[head])):
        return None
    owned = _noun_of_postposed(words, head)
    if owned >= 0:
        head = owned  # "импорт сахара белого"
    first = own_participle(words, head, first_attribute(words, head))
    while (owner := _owner(words, head, first)) is not None:
        head, first = owner, own_participle(words, owner, first_attribute(words, owner))
    return build(words, head, first, last)


def noun_phrase_left_of(words: Sequence[Word], index: int) -> Phrase | None:
    """The phrase that ends right at `index`, if a noun or a closing quote stands there."""
    if index < 0 or not (is_noun(words[index]) or words[index].text in CLOSING_QUOTES):
        return None
    return phrase_ending(words, index)


def _before_quoted(words: Sequence[Word], index: int) -> int:
    """Skips a name in quotes that closes at `index`: the noun that it names stands before it."""
    if index <= 0 or words[index].text not in CLOSING_QUOTES:
        return index
    opening = index - 1
    while opening > 0 and words[opening].text not in OPENING_QUOTES:
        opening -= 1
    return opening - 1


def _owner(words: Sequence[Word], head: int, first: int) -> int | None:
    """The noun before a phrase that the phrase is the genitive or name of; "и" may join one more genitive."""
    before = before_ordinals(words, _before_aside(words, first - 1))
    before -= before > 0 and first < head and is_modifier(words[before])
    if before < 0:
        return None
    is_genitive = _can_be_genitive(words[head]) and not _has_other_case(words, first, head)
    if _is_put_into(words, before):
        return None
    owned = _noun_of_postposed(words, before) if is_genitive and is_adjective(words[before]) else -1
    if owned >= 0:
        return owned  # "мука пшеничная высшего сорта"
    if is_noun(words[before]) and words[before].low != "числе" and (is_genitive or _is_name_of(words, head)):
        return before
    is_joined = is_genitive and words[before].low in ("и", "или") and _ends_genitive(words, before - 1)
    return before - 1 if is_joined else None


def _has_other_case(words: Sequence[Word], first: int, head: int) -> bool:
    """As in "в структуре посевов зерновые культуры": what stands right before is no genitive's attribute."""
    attribute = words[first]
    return first < head and attribute.pos == "ADJ" and not attribute.has("ADJ", "Gen")


def _is_put_into(words: Sequence[Word], index: int) -> bool:
    """As in "введено в эксплуатацию домов": a noun that only completes its verb owns nothing behind it."""
    if words[index].low not in _PUT_INTO or index < 2 or words[index - 1].low not in ("в", "во"):
        return False
    return not is_noun(words[index - 2])  # "ввод в эксплуатацию домов" is one thing


def _before_aside(words: Sequence[Word], index: int) -> int:
    """Skips one or two words in brackets behind a noun: "дефицит (профицит) бюджета"."""
    if index < 3 or words[index].text != ")":
        return index
    opening = next((i for i in (index - 2, index - 3) if words[i].text == "("), 0)
    aside = words[opening + 1 : index]
    holds_noun = any(is_noun(word) for word in aside) and not any(word.expression for word in aside)
    return opening - 1 if opening and holds_noun and is_noun(words[opening - 1]) else index


def _noun_of_postposed(words: Sequence[Word], last: int) -> int:
    """As in "крупу гречневую", "вода питьевая и минеральная", "хлеб и хлебобулочные": -1 where none is."""
    if last < 1 or is_noun(words[last]):
        return -1
    before, is_joined = last - 1, words[last - 1].low == "и"
    if before > 0 and _is_second(words, before):
        before -= 1  # "масло сливочное несолёное"
    if is_joined and before > 0:
        before -= 1
        if before > 0 and not is_noun(words[before]):
            before -= 1
    return before if _postposed(words[before], words[last], is_joined=is_joined) else -1


def _is_second(words: Sequence[Word], index: int) -> bool:
    """Whether an attribute behind another stands behind their noun in the same form."""
    if is_noun(words[index]) or not is_adjective(words[index]) or not is_noun(words[index - 1]):
        return False
    return _postposed(words[index - 1], words[index], is_joined=False)


def _postposed(noun: Word, adjective: Word, *, is_joined: bool) -> bool:
    """As in "крупу гречневую": an attribute that stands behind its noun in the same form.

    One joined by "и" may have a number of its own ("хлеб и хлебобулочные"). A name in the nominative
    may stand behind its noun in any: "перевала Северный".
    """
    if not is_noun(noun):
        return False
    if adjective.text[:1].isupper() and noun.text[:1].islower() and adjective.has("ADJ", "Nom"):
        return True
    forms = {(r.case, r.number) for r in noun.readings if r.pos == "NOUN"}
    cases = {case for case, _ in forms}
    own = [r for r in adjective.readings if r.pos == "ADJ" and not r.is_participle]
    return any((r.case, r.number) in forms or (is_joined and r.case in cases) for r in own)


def _is_name_of(words: Sequence[Word], index: int) -> bool:
    """Whether a capitalised word names the noun before it: "месторождения Коксай"."""
    word, before = words[index], words[index - 1]
    return word.text[:1].isupper() and not word.text.isupper() and before.text[:1].islower() and index > 1


def _ends_genitive(words: Sequence[Word], index: int) -> bool:
    """Whether a noun at `index` may be the genitive of a noun before it."""
    if index < 0 or not is_noun(words[index]) or not _can_be_genitive(words[index]):
        return False
    first = first_attribute(words, index)
    return first > 0 and is_noun(words[first - 1])


def _can_be_genitive(word: Word) -> bool:
    return not word.readings or word.has("NOUN", "Gen") or word.has("ADJ", "Gen")
