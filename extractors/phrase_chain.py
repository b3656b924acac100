"""What hangs on a noun behind it: genitive chains, quoted names, prepositional phrases.

Belongs here: where the words that belong to a noun end, and the noun that closes a participle's own
words. Does not belong here: attributes before the noun and whole phrases (`phrases`), normal forms
(`phrase_form`).
"""

from collections.abc import Sequence

from extractors.phrase_words import adjective_reading, is_adjective, is_noun, noun_reading
from extractors.subject_lexicon import INSTRUMENTAL_NOUNS, MEASURES, NOT_SUBJECTS
from extractors.words import Word

_MAX_WORDS = 14
_GROUP_WORDS = 7
_PARTICIPLE_REACH = 9
_OPENING_QUOTES = frozenset('«"“„')
_CLOSING_QUOTES = frozenset('»"”')
_JOINING = frozenset({"и", "или", ","})
_BREAKS = frozenset(",;:()–—.")
_OCCASIONS = frozenset({"итог", "сравнение", "сопоставление"})
_RATES = frozenset(
    {"неделя", "сутки", "день", "год", "месяц", "квартал", "час", "смена", "минута", "секунда"}
)
_BOUNDS = frozenset({"более", "свыше", "около", "почти", "порядка", "менее", "примерно"})
_SUPERLATIVES = (
    "крупнейш",
    "наибольш",
    "наименьш",
    "важнейш",
    "старейш",
    "лучш",
    "высочайш",
    "новейш",
    "мощнейш",
)
_POINTING = frozenset({"этот", "данный", "тот"})
_LOCATIVE = frozenset({"в", "во", "на", "по"})
_NOUN_PREPOSITIONS = frozenset({"без", "для", "из-за", "между", "о", "об"})
_ADJUNCT_PREPOSITIONS = _NOUN_PREPOSITIONS | frozenset(
    {"в", "во", "на", "с", "со", "для", "от", "по", "к", "за", "перед", "под", "из", "при", "через"}
)
_CALENDAR_FORMS = frozenset({"года", "г", "лет", "месяца", "дня", "числа"})


def chain_end(words: Sequence[Word], head: int) -> int:
    """Index of the last word of the genitive chain (and of a quoted name) behind a head."""
    last = head
    if words[head].lemma in INSTRUMENTAL_NOUNS and head + 1 < len(words):
        last = head + 1 if words[head + 1].has("NOUN", "Ins") else head
    while last + 1 < len(words) and last - head < _MAX_WORDS:
        stop = _next_link(words, head, last)
        if stop is None:
            break
        last = stop
    return last


def _next_link(words: Sequence[Word], head: int, last: int) -> int | None:
    """End of the next piece of the chain: a quoted name, a foreign name, a genitive, a joined genitive."""
    following = words[last + 1]
    if following.text in _OPENING_QUOTES:
        closing = range(last + 2, min(len(words), last + 9))
        return next((i for i in closing if words[i].text in _CLOSING_QUOTES), None)
    if following.pos == "PROPN" and following.text[:1].isupper() and not following.readings:
        return last + 1
    if following.low in ("и", "или") and last > head:
        return _joined_genitive(words, last)
    return genitive_group(words, last + 1)


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
    nouns = [reading for reading in word.readings if reading.pos == "NOUN"]
    shares = {case: sum(r.score for r in nouns if r.case == case) for case in ("Gen", "Nom")}
    return bool(nouns) and shares["Gen"] >= shares["Nom"]


def genitive_group(words: Sequence[Word], start: int) -> int | None:
    """End of "attributes + noun" in the genitive that starts at `start`, None if there is none.

    A participle may have words of its own before the noun ("совершённых в городе краж"), and a plural
    attribute may stand for the noun ("безработных").
    """
    index = _attributes_end(words, start)
    if index < len(words) and _is_genitive_noun(words[index], opens=index == start):
        return index
    if index == start or words[index - 1].low in _JOINING:
        return None
    closing = closing_noun(words, index - 1, frozenset({"Gen"}))
    if closing is not None:
        return closing
    attribute = adjective_reading(words[index - 1], "Gen")
    is_substantive = attribute is not None and attribute.number == "Plur"
    return index - 1 if is_substantive and not (index < len(words) and is_noun(words[index])) else None


def _attributes_end(words: Sequence[Word], start: int) -> int:
    """Index behind the genitive attributes that start at `start`, joined ones too."""
    index = start
    if index + 1 < len(words) and words[index].pos == "ADV" and _is_genitive_participle(words[index + 1]):
        index += 1  # "постоянно проживающего населения"
    while index < len(words) and index - start < _GROUP_WORDS:
        word = words[index]
        if _is_genitive_attribute(word):
            if noun_reading(word, "Gen") and not _goes_on(words, index + 1):
                break
            index += 1
        elif (
            index > start
            and word.low in _JOINING
            and index + 1 < len(words)
            and _is_genitive_attribute(words[index + 1])
        ):
            index += 1
        else:
            break
    return index


def _is_genitive_attribute(word: Word) -> bool:
    return word.expression is None and is_adjective(word) and adjective_reading(word, "Gen") is not None


def _is_genitive_participle(word: Word) -> bool:
    return word.expression is None and any(r.is_participle and r.case == "Gen" for r in word.readings)


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether a noun or a further genitive attribute stands at `index`."""
    return index < len(words) and (is_noun(words[index]) or _is_genitive_attribute(words[index]))


def _is_genitive_noun(word: Word, *, opens: bool) -> bool:
    if word.expression is not None or not is_noun(word) or word.low == "порядка":
        return False
    if opens and word.low in _CALENDAR_FORMS:
        return False
    return noun_reading(word, "Gen") is not None if word.readings else word.text[:1].isupper()


def closing_noun(words: Sequence[Word], participle: int, cases: frozenset[str]) -> int | None:
    """The noun of a participle behind its own words: "заключённых с городом договоров".

    A superlative may have such words too: "крупнейшего в стране завода", "самой большой в мире сети".
    """
    takes_words = _is_superlative(words, participle)
    forms = {
        (r.case, r.number, r.gender)
        for r in words[participle].readings
        if (r.is_participle or (takes_words and r.pos == "ADJ")) and r.case in cases
    }
    if not forms or participle + 2 >= len(words):
        return None
    nearest = participle + (3 if words[participle + 1].pos == "ADP" else 2)
    for index in range(participle + 1, min(len(words), participle + _PARTICIPLE_REACH)):
        word = words[index]
        if word.expression is not None or word.pos in ("VERB", "CCONJ") or word.text in _BREAKS:
            return None
        if index >= nearest and is_noun(word) and _agrees(word, forms):
            return index
    return None


def _is_superlative(words: Sequence[Word], index: int) -> bool:
    """Whether an adjective is the highest of its kind and a preposition behind it says among what."""
    if index + 1 >= len(words) or words[index + 1].low not in ("в", "во", "на", "по", "из", "среди"):
        return False
    return words[index].low.startswith(_SUPERLATIVES) or (
        index > 0 and words[index - 1].lemma in ("самый", "сам")
    )


def _agrees(noun: Word, forms: set[tuple[str, str, str]]) -> bool:
    """Whether a noun has a form that an attribute in one of `forms` can stand with."""
    return any(
        reading.pos == "NOUN"
        and any(
            (reading.case, reading.number) == (case, number)
            and (number == "Plur" or reading.gender == gender)
            for case, number, gender in forms
        )
        for reading in noun.readings
    )


def adjunct_end(words: Sequence[Word], head: int, last: int, *, before_verb: bool) -> int:
    """End of what hangs on a noun behind its genitives: "детей без прививок", "инвестиции в капитал"."""
    if last + 2 >= len(words) or words[last + 1].low not in _ADJUNCT_PREPOSITIONS:
        return last
    preposition, first = words[last + 1], last + 2
    stop = _adjunct_noun(words, first)
    if stop is None or _is_setting(words, preposition, first, stop):
        return last
    hangs = words[stop].relation in ("nmod", "obl") and head <= words[stop].head <= last
    if not hangs and not before_verb and preposition.low not in _NOUN_PREPOSITIONS:
        return last
    return chain_end(words, stop)


def _adjunct_noun(words: Sequence[Word], first: int) -> int | None:
    """The noun behind a preposition and its attributes, None if something else stands there."""
    index = first
    while index < len(words) and index - first < _GROUP_WORDS and is_adjective(words[index]):
        if is_noun(words[index]) and not _goes_on_anyhow(words, index + 1):
            return index
        index += 1
    if index < len(words) and words[index].expression is None and is_noun(words[index]):
        return index
    return index - 1 if index > first else None


def _goes_on_anyhow(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and (is_noun(words[index]) or is_adjective(words[index]))


def _is_setting(words: Sequence[Word], preposition: Word, first: int, noun: int) -> bool:
    """Whether an adjunct tells when, where or how much rather than of what."""
    if words[noun].in_time or words[first].lemma in _POINTING:
        return True
    if words[noun].in_place and preposition.low in _LOCATIVE:
        return True
    reading = noun_reading(words[noun])
    if reading is not None and reading.lemma in NOT_SUBJECTS:
        return True
    if words[noun].lemma in _OCCASIONS or (words[noun].lemma in _RATES and preposition.low in ("в", "за")):
        return True
    ahead = noun + 1
    while ahead < len(words) and words[ahead].low in _BOUNDS:
        ahead += 1
    return words[noun].lemma in MEASURES and ahead < len(words) and words[ahead].expression is not None
