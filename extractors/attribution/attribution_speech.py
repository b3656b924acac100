"""Verbs of speech and reckoning with whoever speaks ("сообщил министр …", "МВФ прогнозирует").

Belongs here: the subject of such a verb, before or behind it. Does not belong here: what the speech
covers (`attribution_covers`).
"""

import re

from extractors.attribution import attribution_words as words
from extractors.attribution.attribution_names import Name, NameKind, read_name
from extractors.attribution.attribution_speakers import Speakers
from extractors.lexicon.readings import readings
from extractors.records import record
from extractors.text.layout import Layout

_BOUNDARY = re.compile(r"[,;:()«»\"—–]|\s-\s")
_PLURAL = re.compile(r"(?:ли|ют|ат|ят|ены)$", re.IGNORECASE)
_CONVERB = re.compile(r"ив$", re.IGNORECASE)
_IN = re.compile(r"во?\s+", re.IGNORECASE)
_AS = re.compile(r"(?:и\s+|а\s+)?(?P<as>как|о\s+ч[её]м)\s+", re.IGNORECASE)
_LINKING = re.compile(r"(?:в\s+частности|при\s+этом|в\s+свою\s+очередь),?\s+", re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)не\s+$", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*,?\s*(?:что(?!\w)|:|о\s+том)", re.IGNORECASE)
_MEDIUM = re.compile(r"\.[a-z]{2,3}$|^(?:ТАСС|Интерфакс|Казинформ|Trend|Sputnik|РИА)", re.IGNORECASE)
_COMMA = re.compile(r",\s+$")
_SENTENCE_END = re.compile(r"\s*(?:[.!?…]|$)")
_NOUN_BEHIND = re.compile(r"\s(?P<word>[а-яё]+)")
_SPACE = re.compile(r"\s*")
_CLAUSE_EDGE = re.compile(r"[,.;:()«»\"\n]|\s[–—-]\s")
_STOP = re.compile(r"[.:;!?]")
_REACH = 200
_LOOSE = 80


@record
class Spoken:
    """One verb of speech with its speaker.

    Attributes:
        start: Where the verb begins.
        end: Where verb and speaker end.
        source: The speaker, None where that is the publisher or nobody known.
        is_behind: Whether the speaker is named behind the verb.
        is_aside: Whether it is an aside ("как сообщил министр").
    """

    start: int
    end: int
    source: str | None
    is_behind: bool
    is_aside: bool


def read_speech(layout: Layout, match: re.Match[str], speakers: Speakers) -> Spoken | None:
    """The speech that a verb states, None where nobody speaks.

    Args:
        layout: The text with its sentences.
        match: A match of `attribution_words.OPENERS` in one of the groups of verbs.
        speakers: Those who spoke before.
    """
    text = layout.text
    floor = max(layout.sentences[layout.sentence_at(match.start())].start, match.start() - _REACH)
    if _NOT.search(text, max(floor, match.start() - 4), match.start()):
        return None
    if _CONVERB.search(match.group()):
        last = speakers.last()
        if last is None or last.start < floor:
            return None
        return Spoken(match.start(), match.end(), last.text, is_behind=False, is_aside=False)
    before, is_aside, is_tight = _before(text, match, floor)
    behind = None if is_tight else _behind(text, match)
    name = behind or before
    if name is None or not _may_speak(text, match, name) or _MEDIUM.search(name.text):
        return None
    end = max(match.end(), name.end)
    return Spoken(match.start(), end, speakers.resolve(name), name is behind, is_aside)


def _may_speak(text: str, match: re.Match[str], name: Name) -> bool:
    """Whether a verb that has other senses too is one of speech here."""
    if match["say"]:
        return True
    if match["reckon"]:
        return name.kind in (NameKind.NAMED, NameKind.OUTSIDE)
    is_closing = name.is_person and name.start > match.start() and _SENTENCE_END.match(text, name.end)
    if match["say_that"] and is_closing and _COMMA.search(text, max(0, match.start() - 3), match.start()):
        return True
    follows = text[max(0, match.start() - 6) : match.start()].rstrip().endswith(("–", "—", "-"))
    return follows or _CLAUSE.match(text, max(match.end(), name.end)) is not None


def _behind(text: str, match: re.Match[str]) -> Name | None:
    """The speaker behind the verb: "сообщил журналистам министр …", "сообщили в ведомстве"."""
    aside = words.ASIDE.match(text, match.end())
    start = aside.end() if aside is not None else match.end()
    gap = _SPACE.match(text, start)
    start = gap.end() if gap is not None else start
    found = _read(text, start, match.group())
    if found is not None or match["reckon"]:
        return found
    edge = _CLAUSE_EDGE.search(text, start, start + _LOOSE)
    later = _holder(text, start, edge.start() if edge is not None else start + _LOOSE)
    return later if later is not None and later.surname else None


def _read(text: str, start: int, verb: str) -> Name | None:
    within = _IN.match(text, start) if _PLURAL.search(verb) else None
    if within is None:
        return read_name(text, start, "Nom")
    found = read_name(text, within.end(), "Loc")
    return found if found is not None and not found.is_person else None


def _holder(text: str, start: int, end: int) -> Name | None:
    """An office holder further on in a clause: "На заседании министр … сообщил"."""
    found = (read_name(text, office.start(), "Nom") for office in words.OFFICES.finditer(text, start, end))
    return next((name for name in found if name is not None), None)


def _is_attribute(text: str, name: Name) -> bool:
    """As in "Достигнутый показатель говорит": what opens a sentence is no surname but an attribute."""
    found = readings(text[name.start : name.end])
    behind = _NOUN_BEHIND.match(text, name.end) if found and found[0].pos == "ADJ" else None
    return behind is not None and any(r.pos == "NOUN" for r in readings(behind["word"])[:1])


def _before(text: str, match: re.Match[str], floor: int) -> tuple[Name | None, bool, bool]:
    """The speaker before the verb, whether "как" opens the clause, and whether only asides stand between."""
    boundaries = [b.end() for b in _BOUNDARY.finditer(text, floor, match.start())]
    is_aside = False
    for start in dict.fromkeys((boundaries[-1] if boundaries else floor, floor)):
        gap = _SPACE.match(text, start)
        position = gap.end() if gap is not None else start
        opener = _AS.match(text, position, match.start())
        if opener is not None:
            is_aside, position = True, opener.end()
        linking = _LINKING.match(text, position, match.start())
        position = linking.end() if linking is not None else position
        if position >= match.start():
            continue
        name = _read(text, position, match.group()) or _holder(text, position, match.start())
        if name is None or name.end > match.start() or _is_attribute(text, name):
            continue
        between = text[name.end : match.start()]
        is_tight = words.ASIDE.fullmatch(between.rstrip()) is not None
        if is_tight or (len(between) <= _LOOSE and not _STOP.search(between)):
            return name, is_aside, is_tight
    return None, is_aside, False
