"""Genitives behind a noun: "добыча нефти и конденсата", and the quoted or foreign name that ends them.

Belongs here: where the genitive chain of a noun ends. Does not belong here: what hangs on the noun by a
preposition (`phrase_adjuncts`), a participle's own words (`phrase_participles`), attributes before the noun
(`phrase_attributes`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import INSTRUMENTAL_NOUNS
from extractors.phrases.ordinals_within import behind_ordinals
from extractors.phrases.phrase_attributes import completes, is_attribute, is_modifier
from extractors.phrases.phrase_participles import closing_noun
from extractors.phrases.phrase_words import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    adjective_reading,
    case_weight,
    is_adjective,
    is_noun,
    noun_reading,
    only_in,
)

_MAX_WORDS = 14
_GROUP_WORDS = 7
_ALL = frozenset({"всех", "этих", "тех"})  # "в 40 зданиях школ всех 32 районов"
_JOINING = frozenset({"и", "или", ","})
_PREDICATES = ("Fin", "Part")
THEIRS = frozenset({"их", "его", "её", "ее"})
_CALENDAR_FORMS = frozenset({"года", "г", "лет", "месяца", "дня"})


def chain_end(words: Sequence[Word], head: int) -> int:
    """Index of the last word of the genitive chain (and of a quoted name) behind a head."""
    last = head
    if words[head].lemma in INSTRUMENTAL_NOUNS:
        last = _instrumental_end(words, head)
    while last + 1 < len(words) and last - head < _MAX_WORDS:
        stop = _next_link(words, head, last)
        if stop is None:
            break
        last = _instrumental_end(words, stop) if words[stop].lemma in INSTRUMENTAL_NOUNS else stop
    return last


def _instrumental_end(words: Sequence[Word], head: int) -> int:
    """The last word of "злокачественными новообразованиями" behind a noun that takes it, else the noun."""
    index = head + 1
    while index + 1 < len(words) and index - head < _GROUP_WORDS:
        joins = words[index].low == "и" and words[index + 1].has("ADJ", "Ins")
        if not joins and not words[index].has("ADJ", "Ins"):
            break
        index += 1
    is_instrumental = index < len(words) and is_noun(words[index]) and words[index].has("NOUN", "Ins")
    return index if is_instrumental else head


def _next_link(words: Sequence[Word], head: int, last: int) -> int | None:
    """End of the next piece of the chain: a quoted name, a foreign name, a genitive, a joined genitive."""
    following = words[last + 1]
    if following.text in OPENING_QUOTES:
        closing = range(last + 2, min(len(words), last + 9))
        return next((i for i in closing if words[i].text in CLOSING_QUOTES), None)
    if following.pos == "PROPN" and following.text[:1].isupper() and not following.readings:
        return last + 1
    if following.low in ("и", "или") and last > head:
        return _joined_genitive(words, last)
    if last == head and following.low in THEIRS:
        return genitive_group(words, last + 2)  # "уровень их переработки"
    return None if _is_subject(words, head, last + 1) else genitive_group(words, last + 1)


def _is_subject(words: Sequence[Word], head: int, noun: int) -> bool:
    """As in "в 12 районах дороги закрыты": a seeming genitive that the predicate right behind it is of."""
    if noun + 1 >= len(words) or words[noun + 1].pos != "VERB" or not only_in(words[head], "Loc"):
        return False
    forms = {(r.case, r.number) for r in words[noun].readings if r.pos == "NOUN"}
    is_predicate = any(r.number == "Plur" and r.verb_form in _PREDICATES for r in words[noun + 1].readings)
    if not is_predicate or not forms >= {("Gen", "Sing"), ("Nom", "Plur")}:
        return False
    behind = words[noun + 2] if noun + 2 < len(words) else None
    # "в районах области закрыты дороги"
    return behind is None or not (is_noun(behind) and behind.has("NOUN", "Nom"))


def _joined_genitive(words: Sequence[Word], last: int) -> int | None:
    """As in "добычи нефти и конденсата": a second genitive beside the one that ends at `last`."""
    if noun_reading(words[last], "Gen") is None:
        return None
    stop = genitive_group(words, last + 2)
    if stop is None or not _leans_to_genitive(words[stop]):
        return None
    following = words[stop + 1] if stop + 1 < len(words) else None
    return None if following is not None and following.text in ("–", "—", ":", "(") else stop


def _leans_to_genitive(word: Word) -> bool:
    """Whether a form is rather a genitive than a nominative."""
    return noun_reading(word) is not None and case_weight(word, "Gen") >= case_weight(word, "Nom")


def genitive_group(words: Sequence[Word], start: int) -> int | None:
    """End of "attributes + noun" in the genitive that starts at `start`, None if there is none.

    A participle may have words of its own before the noun ("совершённых в городе краж"), and a plural
    attribute may stand for the noun ("безработных").
    """
    start = behind_ordinals(words, start)
    index = _attributes_end(words, start)
    if index < len(words) and _is_genitive_noun(words[index], opens=index == start):
        return index
    if index == start or words[index - 1].low in _JOINING:
        return None
    closing = closing_noun(words, index - 1, frozenset({"Gen"}))
    if closing is not None:
        return closing
    attribute = adjective_reading(words[index - 1], "Gen")
    if attribute is None or attribute.number != "Plur" or words[index - 1].low in _ALL:
        return None
    if index < len(words) and is_noun(words[index]):  # "занимающихся спортом"
        return _instrumental_end(words, index - 1) if completes(words, index) else None
    return index - 1


def _attributes_end(words: Sequence[Word], start: int) -> int:
    """Index behind the genitive attributes that start at `start`, joined ones too."""
    index = start
    if index + 1 < len(words) and _modifies(words[index], words[index + 1]):
        index += 1  # "постоянно проживающего населения"
    while index < len(words) and index - start < _GROUP_WORDS:
        word = words[index]
        if _is_genitive_attribute(word):
            if (
                noun_reading(word, "Gen")
                and not _goes_on(words, index + 1)
                and not is_attribute(words, index)
            ):
                break
            index += 1
        elif (
            index > start
            and word.low in _JOINING
            and index + 2 < len(words)
            and (_is_genitive_attribute(words[index + 1]) or _modifies(words[index + 1], words[index + 2]))
        ):
            index += 1 + (not _is_genitive_attribute(words[index + 1]))  # "и сильно заросших полей"
        else:
            break
    return index


def _is_genitive_attribute(word: Word) -> bool:
    return word.expression is None and is_adjective(word) and adjective_reading(word, "Gen") is not None


def _modifies(adverb: Word, attribute: Word) -> bool:
    """Whether an adverb belongs to a genitive attribute: any to a participle, some to an adjective."""
    if is_modifier(adverb) and _is_genitive_attribute(attribute):
        return True
    is_participle = any(r.is_participle and r.case == "Gen" for r in attribute.readings)
    return adverb.pos == "ADV" and attribute.expression is None and is_participle


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether a noun or a further genitive attribute stands at `index`."""
    return index < len(words) and (is_noun(words[index]) or _is_genitive_attribute(words[index]))


def _is_genitive_noun(word: Word, *, opens: bool) -> bool:
    if word.expression is not None or not is_noun(word) or word.low == "порядка":
        return False
    if opens and word.low in _CALENDAR_FORMS:
        return False
    return noun_reading(word, "Gen") is not None if word.readings else word.text[:1].isupper()
