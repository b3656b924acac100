"""Temporal expressions in raw text: where they stand and what calendar time they name.

Belongs here: the one pass that leads from anchor words ("квартал", "2025", "сегодня") to the rules
that may apply there. Does not belong here: the rules (`calendar_times`, `relative_times`), the role
of a time in its sentence (`time_roles`), the fact it belongs to (`time_choice`), and measured
lengths of time such as "срок 5 лет" (`durations` tells them apart).
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from extractors.data_tables import table_rows
from extractors.records import record
from extractors.text.late_patterns import LatePattern
from extractors.times.calendar_terms import level
from extractors.times.calendar_times import calendar_rules
from extractors.times.relative_times import relative_rules
from extractors.times.time_joining import add_time
from extractors.times.time_mentions import TimeMention, TimeRole
from extractors.times.time_roles import with_role
from extractors.times.undated_texts import dated_by_text

__all__ = ["TimeMention", "TimeRole", "find_times"]

Read = Callable[[re.Match[str], date | None], TimeMention | None]

_BACK, _AHEAD, _BACK_WORDS = 56, 72, 6
_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@record
class _Anchor:
    """A sort of anchor.

    Attributes:
        pattern: Tells whether an anchor of this sort stands at a position.
        rules: Its rules; of two that read the same place the first wins.
        gate: What any of its rules would match, as one pattern.
        gate_before: The same of the rules that may begin before the anchor.
    """

    pattern: re.Pattern[str]
    rules: "tuple[_Rule, ...]"
    gate: LatePattern
    gate_before: LatePattern


@record
class _Rule:
    """A pattern, what a match of it is, and whether it may begin before its anchor."""

    pattern: LatePattern
    read: Read
    begins_before: bool


@cache
def _anchors() -> tuple[re.Pattern[str], tuple[_Anchor, ...]]:
    """One pattern that finds anchors of any sort, and the sorts in the order of the table."""
    rows = table_rows("time_anchors.tsv")
    rules = _rules()
    found = []
    for row in rows:
        own = tuple(rules[row["anchor"]])
        before = [rule for rule in own if rule.begins_before]
        found.append(_Anchor(re.compile(row["pattern"]), own, _gate(own), _gate(before)))
    figures = "|".join(row["pattern"] for row in rows if row["at"] == "figure")
    words = "|".join(row["pattern"] for row in rows if row["at"] == "word")
    return re.compile(f"(?<![а-я])(?:{words})|(?=\\d)(?:{figures})"), tuple(found)


def _gate(rules: Sequence[_Rule]) -> LatePattern:
    """One pattern for all rules, their groups unnamed; it matches nothing where there are none."""
    patterns = (_GROUP_NAME.sub("(?:", rule.pattern.source) for rule in rules)
    return LatePattern("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


def _rules() -> dict[str, list[_Rule]]:
    rules: dict[str, list[_Rule]] = {}
    for calendar in calendar_rules():
        for anchor in calendar.anchors:
            rule = _Rule(calendar.pattern, calendar.mention, calendar.begins_before)
            rules.setdefault(anchor, []).append(rule)
    for relative in relative_rules():
        for anchor in relative.anchors:
            rule = _Rule(relative.pattern, relative.mention, relative.begins_before)
            rules.setdefault(anchor, []).append(rule)
    return rules


def find_times(text: str, published: date | None) -> list[TimeMention]:
    """All temporal expressions of a text in order, none overlapping, with their roles."""
    levelled = level(text)
    pattern, anchors = _anchors()
    found: list[TimeMention] = []
    done = 0
    for match in pattern.finditer(levelled):
        position = match.start()
        if position < done:
            continue
        anchor = next(anchor for anchor in anchors if anchor.pattern.match(levelled, position))
        mention = _read(levelled, position, anchor, done, published)
        if mention is not None:
            add_time(levelled, with_role(levelled, mention, published), found)
            done = found[-1].end
    return found if published is not None else dated_by_text(levelled, found)


def _read(
    levelled: str, position: int, anchor: _Anchor, done: int, published: date | None
) -> TimeMention | None:
    """The expression that the first fitting rule reads across the anchor at a position."""
    limit = position + _AHEAD
    starts = [s for s in _starts(levelled, position, done) if anchor.gate_before.match(levelled, s, limit)]
    if not starts and not anchor.gate.match(levelled, position, limit):
        return None
    for rule in anchor.rules:
        for start in (*starts, position) if rule.begins_before else (position,):
            match = rule.pattern.match(levelled, start, limit)
            if match is not None and match.end() > position:
                mention = rule.read(match, published)
                if mention is not None:
                    return mention
    return None


def _starts(levelled: str, position: int, done: int) -> list[int]:
    """Where an expression across the position may begin before it: at the words there, the farthest first."""
    low = max(done, position - _BACK)
    starts: list[int] = []
    start = position
    while len(starts) < _BACK_WORDS and start > low:
        end = start - 1
        start = max(low, *(levelled.rfind(mark, low, end) + 1 for mark in _MARKS))
        starts.append(start if levelled[start].isalnum() else _word_behind(levelled, start, position))
    return starts[::-1]


def _word_behind(levelled: str, start: int, position: int) -> int:
    """ "«С начала года", "•За месяц": where the word behind the marks at an offset begins."""
    opening = _OPENING.match(levelled, start, position)
    return opening.end() if opening is not None else start


_MARKS = (" ", "\n", "(", ")", ".")
_OPENING = re.compile(r"[\W_]+")
