"""Temporal expressions in raw text: where they stand and what calendar time they name.

Belongs here: the one pass that leads from anchor words ("квартал", "2025", "сегодня") to the rules
that may apply there. Does not belong here: the rules (`calendar_times`, `relative_times`), the role
of a time in its sentence (`time_roles`), the fact it belongs to (`time_choice`), and measured
lengths of time such as "срок 5 лет" (`durations` tells them apart).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from extractors import calendar_times
from extractors.calendar_terms import level
from extractors.model import PeriodGrain
from extractors.relative_times import relative_rules, shift_mention, shift_pattern
from extractors.time_mentions import Span, TimeEdge, TimeMention, TimeRole
from extractors.time_roles import with_role

__all__ = ["TimeMention", "TimeRole", "find_times"]

Rule = tuple["re.Pattern[str]", Callable[["re.Match[str]", date | None], TimeMention | None]]

# A word or figure that every expression of its sort holds; the rules look around it, never further.
_ANCHOR = re.compile(
    r"(?P<date>(?<![\d.,])\d{1,2}\.\d\d\.\d\d)|(?P<year>(?<!\d)(?:19|20)\d\d(?!\d))"
    r"|(?P<decade>(?<!\d)(?:19|20)\d0-?[хе](?![а-я]))|(?<![а-я])(?:"
    r"(?P<month>(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}(?![а-я])|(?:янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек)\.)"
    r"|(?P<year_word>год(?:а|у|е|ом|ов|ы|ах|ам|ами)?(?![а-я]))|(?P<years>лет(?![а-я]))|(?P<abbreviated>[тс]\. ?г\.)"
    r"|(?P<year_plan>годов(?:ой|ая|ое)(?=\x20))|(?P<quarter>квартал|кв\.)|(?P<half>полугод|полгода)|(?P<months>месяц|мес\.)|(?P<week>недел)"
    r"|(?P<day>сут(?:ки|ок)|дн(?:я|ей|ях)(?![а-я]))|(?P<season>осен|весн|лет[оау]|зим)|(?P<start>начал[ау](?![а-я]))"
    r"|(?P<now>сегодня|сейчас|ныне|настоящ|данн(?:ый|ом)\x20|текущ(?:ий|ем)\x20|нынешн(?:ий|ем)\x20|сих пор|сей день|накануне|вчера)"
    r"|(?P<period_word>период|время|сезон)|(?P<vague>ранее|позже|позднее|затем|впоследствии|прежде|раньше|до этого)"
    r"|(?P<ellipsis>(?:этом|нынешнем|текущем|прошлом|следующем|будущем|уходящем)(?=[,.;)]|\x20(?:-|было?|будет|стал|уже|еще|состав))))"
)
_BACK, _AHEAD = 56, 72


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of each anchor, in order: of two that read the same place the first wins."""
    calendar = {
        "date": calendar_times.DATE_RULES,
        "year": calendar_times.SEASON_RULES + calendar_times.YEAR_RULES,
        "decade": calendar_times.YEAR_RULES,
        "month": calendar_times.MONTH_RULES,
        "quarter": calendar_times.QUARTER_RULES,
        "half": calendar_times.HALF_RULES,
        "months": calendar_times.MONTHS_RULES,
        "season": calendar_times.SEASON_RULES,
        "year_word": calendar_times.YEAR_WORD_RULES,
    }
    rules: dict[str, list[Rule]] = {
        anchor: [(rule.pattern, rule.mention) for rule in rules] for anchor, rules in calendar.items()
    }
    shift: Rule = (shift_pattern(), lambda match, _published: shift_mention(match))
    for anchor in ("year_word", "years"):
        rules.setdefault(anchor, []).append(shift)
    for relative in relative_rules():
        for anchor in relative.anchors:
            rules.setdefault(anchor, []).append((relative.pattern, relative.mention))
    rules["abbreviated"] = rules["year_word"]
    return {anchor: tuple(found) for anchor, found in rules.items()}


def find_times(text: str, published: date | None) -> list[TimeMention]:
    """All temporal expressions of a text in order, none overlapping, with their roles."""
    levelled = level(text)
    rules = _rules()
    found: list[TimeMention] = []
    done = 0
    for anchor in _ANCHOR.finditer(levelled):
        if anchor.start() < done:
            continue
        mention = _read(levelled, anchor, rules[str(anchor.lastgroup)], done, published)
        if mention is not None:
            _add(levelled, with_role(levelled, mention, published), found)
            done = found[-1].end
    return found


_AND = re.compile(r"\x20?(?:,|и|,\x20а\x20также)\x20(?:за\x20|в\x20|во\x20)?")


def _add(levelled: str, mention: TimeMention, found: list[TimeMention]) -> None:
    """Adds an expression; one that goes on where the last one ended is joined to it ("2023 год и 9 месяцев 2024 года")."""
    if mention.is_inexact:
        years = calendar_times.years_behind(levelled, mention.end)
        if years is not None:
            mention = replace(years, start=mention.start, role=mention.role)
    last = found[-1] if found else None
    if last is not None and _AND.fullmatch(levelled, last.end, mention.start):
        one, other = _own_days(last), _own_days(mention)
        if one is not None and other is not None and other[0] - one[1] == timedelta(days=1):
            found[-1] = TimeMention(
                last.start, mention.end, last.role, PeriodGrain.RANGE, span=(one[0], other[1])
            )
            return
    found.append(mention)


def _own_days(mention: TimeMention) -> Span | None:
    """The days of a plain period that names its years itself."""
    if mention.role is not TimeRole.PERIOD or mention.edge is not TimeEdge.WHOLE or mention.span_in is None:
        return None
    if mention.year is None and mention.span_in(2000) != mention.span_in(2001):
        return None
    return mention.span_in(mention.year or 2000)


def _read(
    levelled: str, anchor: "re.Match[str]", rules: tuple[Rule, ...], done: int, published: date | None
) -> TimeMention | None:
    """The expression that the first fitting rule reads across the anchor."""
    low, high = max(done, anchor.start() - _BACK), anchor.end() + _AHEAD
    for pattern, read in rules:
        for match in pattern.finditer(levelled, low, high):
            if match.start() > anchor.start():
                break
            if match.end() > anchor.start():
                mention = read(match, published)
                if mention is not None:
                    return mention
    return None
