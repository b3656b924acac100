"""Inflected forms of Russian noun phrases, for the scripts that generate form tables.

Belongs here: what pymorphy3 knows about declension, turned into phrases. Does not belong
here: which phrases there are (the TSV tables) and what is written where (`make_*`).
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS = ("sing", "plur")
FIXED = "="
"""Prefix of a word that must stay as it is written."""
MODEL = "@"
"""Stands between a word and the known word that it declines like."""
_INDECLINABLE = "кофе"
Parse: TypeAlias = pymorphy3.analyzer.Parse
_NAMES = frozenset({"Name", "Surn", "Patr", "Sgtm"})


@dataclass(frozen=True, slots=True)
class PhraseForm:
    """One surface form of a phrase.

    Attributes:
        text: The form, lower case where the lemma is, `ё` written as `е`.
        case: OpenCorpora case of the head noun.
        number: `sing` or `plur`.
    """

    text: str
    case: str
    number: str


@functools.cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """Return the one dictionary that all generated tables come from."""
    return pymorphy3.MorphAnalyzer()


def phrase_forms(lemma: str) -> Iterator[PhraseForm]:
    """Yield every case and number of a phrase given in the nominative.

    The head is the first noun; adjectives before it agree with it, words after it stay as
    they are, and so do words that end in a dot, hold a capital or carry the `=` mark. A word
    that the dictionary does not know names one that declines alike: "сум@доллар".

    Args:
        lemma: Nominative phrase ("кубический метр", "тонна условного топлива", "=тенге").

    Yields:
        The forms, also those after "два" ("кубических метра", "условные единицы").
    """
    words = lemma.split()
    head_index = _head_index(words)
    if head_index is None:
        yield from _headless(words)
        return
    head = _noun(words[head_index])
    tail = [_bare(word) for word in words[head_index + 1 :]]
    for number in NUMBERS:
        for case in CASES:
            for noun in _noun_forms(words[head_index], {case, number}):
                for adjectives in _agreeing(words[:head_index], head, case, number):
                    yield PhraseForm(_plain(" ".join([*adjectives, noun, *tail])), case, number)


def _head_index(words: list[str]) -> int | None:
    """Where the first noun is that does not itself agree with a noun after it ("рабочий день")."""
    nouns = [_noun(word) for word in words]
    for index, noun in enumerate(nouns):
        following = nouns[index + 1] if index + 1 < len(nouns) else None
        is_attribute = (
            _adjective(words[index]) is not None and following is not None and "Fixd" not in following.tag
        )
        if noun is not None and not is_attribute:
            return index
    return None


def _noun_forms(word: str, grammemes: set[str]) -> list[str]:
    """The forms of a head noun: its own, or its model's endings on its own stem."""
    if word.startswith(FIXED):
        return [_bare(word)]
    word, _, model = word.partition(MODEL)
    if model:
        parse = _best(model, "NOUN")
        if parse is None:
            raise ValueError(f"{word!r} is to decline like {model!r}, which is no noun: name another model")
        stem = _shared_start([form.word for form in parse.lexeme])
        own_stem = word[: len(word) - (len(model) - len(stem))]
        return [own_stem + form.removeprefix(stem) for form in _inflect(parse, grammemes)]
    compound = word[: word.rfind("-") + 1]
    return [compound + form for form in _inflect(_noun(word), grammemes)]


def _shared_start(words: list[str]) -> str:
    """The longest start that all words have ("доллар" of all its forms)."""
    shortest, longest = min(words), max(words)
    same = 0
    while same < len(shortest) and shortest[same] == longest[same]:
        same += 1
    return shortest[:same]


def _headless(words: list[str]) -> Iterator[PhraseForm]:
    """A phrase of fixed words, or of adjectives used as a noun ("учащийся")."""
    last = _adjective(words[-1])
    if last is None:
        text = _plain(" ".join(_bare(word) for word in words))
        yield from (PhraseForm(text, case, number) for case in CASES for number in NUMBERS)
        return
    for number in NUMBERS:
        for case in CASES:
            grammemes = {case, number} | ({"masc"} if number == "sing" else set())
            for animacy in ({"anim"}, {"inan"}) if case == "accs" else (set(),):
                for form in _inflect(last, grammemes | animacy):
                    yield PhraseForm(_plain(" ".join([*words[:-1], form])), case, number)


def _agreeing(words: list[str], head: Parse, case: str, number: str) -> Iterator[list[str]]:
    """The attributes before a head, also in the two patterns that follow 2, 3 and 4."""
    gender = head.tag.gender or "masc"
    animacy = head.tag.animacy or "inan"
    patterns = [{case, number} | ({gender} if number == "sing" else set())]
    if case == "accs" and (number == "plur" or gender == "masc"):
        patterns = [pattern | {animacy} for pattern in patterns]
    if (case, number) == ("gent", "sing"):
        patterns.append({"gent", "plur"})
        if gender == "femn":
            patterns.append({"nomn", "plur"})
    seen: list[list[str]] = []
    for pattern in patterns:
        row = [_attribute(word, pattern) for word in words]
        if row not in seen:
            seen.append(row)
            yield row


def _attribute(word: str, grammemes: set[str]) -> str:
    if _is_fixed(word):
        return _bare(word)
    adjective = _adjective(word)
    return word if adjective is None else next(iter(_inflect(adjective, grammemes)), word)


def _inflect(parse: Parse, grammemes: set[str]) -> list[str]:
    """All forms of a lexeme that have the grammemes, no archaic one ("тонною") beside another."""
    if "Fixd" in parse.tag:
        return [parse.word]
    forms = [
        form
        for form in parse.lexeme
        if grammemes <= _with_inclusive_cases(form.tag) and _word_class(form.tag) == _word_class(parse.tag)
    ]
    plain = [form for form in forms if not any(name.startswith("V-") for name in form.tag.grammemes)]
    return list(dict.fromkeys(form.word for form in plain or forms))


def _word_class(tag: pymorphy3.tagset.OpencorporaTag) -> tuple[str | None, str | None, str | None]:
    """Part of speech, tense and voice: what keeps "работающий" apart from "работавший"."""
    return tag.POS, tag.tense, tag.voice


def _with_inclusive_cases(tag: pymorphy3.tagset.OpencorporaTag) -> frozenset[str]:
    """A tag's grammemes, with second genitive and locative counted as genitive and locative."""
    names = set(tag.grammemes)
    if names & {"gen2", "gen1"}:
        names.add("gent")
    if names & {"loc2", "loc1"}:
        names.add("loct")
    return frozenset(names)


def _is_fixed(word: str) -> bool:
    last = word.rpartition("-")[2]
    return word.startswith(FIXED) or last != last.lower() or not last[-1:].isalpha()


def _bare(word: str) -> str:
    return word.removeprefix(FIXED)


@functools.cache
def _noun(word: str) -> Parse | None:
    """The noun reading of a word, or of its last part or its model ("киловатт-час", "сум@доллар")."""
    if word.startswith(FIXED):
        return _best(_INDECLINABLE, "NOUN")
    known = word.rpartition(MODEL)[2].rpartition("-")[2]
    return None if _is_fixed(word) else _best(known, "NOUN")


@functools.cache
def _adjective(word: str) -> Parse | None:
    return None if _is_fixed(word) else _best(word, "ADJF") or _best(word, "PRTF")


def _best(word: str, part_of_speech: str) -> Parse | None:
    """The likeliest nominative singular (or plural-only) reading of a word as that part of speech."""
    for parse in analyzer().parse(word):
        grammemes = parse.tag.grammemes
        if not {part_of_speech, "nomn"} <= grammemes or _NAMES & grammemes:
            continue
        if parse.tag.number == "sing" or "Pltm" in grammemes or "Fixd" in grammemes:
            return parse
    return None


def _plain(text: str) -> str:
    return text.replace("ё", "е")
