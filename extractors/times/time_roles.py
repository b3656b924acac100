"""The role of a temporal expression in its sentence, told from the words before it.

Belongs here: period, deadline, start, base of a comparison, date of an act, years of a programme's
name, and which edge of the time is meant. Does not belong here: finding the expression (`times`), the
words that tell a role (`data/time_roles.tsv`) and giving the expression to a fact (`time_choice`).
"""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from extractors.data_tables import table_rows
from extractors.model import PeriodGrain
from extractors.times.calendar_terms import compiled
from extractors.times.time_mentions import TimeEdge, TimeMention, TimeRole

_REACH = 90
_STOPS = ";!?\n|"
_OWN_NUMBER = re.compile(r"[^.;\n]{0,40}\d")
_REACHED = re.compile(r"\x20(?:достиг|насчит)")  # "к 2020 году достигла 10%"
# "К 2020 году число домов выросло до 5 тыс.", "к 2020 году доля составила 5%": what had come about by then.
_COME_TO = re.compile(
    r"(?!(?:\x20[а-я]+)*?\x20(?:рост|прирост|темп|индекс|сниж|увеличение|сокращение|уменьшение|падение|спад))"
    r"(?:\x20[а-я-]+){0,9}?(?:\x20(?:достиг|насчит)|\x20[а-я]{3,}(?:лся|лась|лось|лись|ла|ли|ло|рос|пал)\x20до\x20(?:[а-я]+\x20)?\d|"
    r"\x20состав[а-я]+\x20(?:[а-я]+\x20)?[\d,]+(?![\d,\x20]*(?:%|процент))|"
    r"\x20(?:доля|уровень|охват|вес|износ|обеспеченность)(?:\x20[а-я-]+){0,6}\x20состав)|"
    r"\x20-\x20(?:(?:около|почти|более|свыше|уже|лишь|только)\x20)?[\d,]+(?![\d,\x20]*(?:%|процент))"
)
_TOLD_OF = re.compile(r"(?:%|процент[а-я]*|раза?|\d|рост[а-я]*|темп[а-я]*|индекс[а-я]*)\x20к\x20$")
_UP_TO_SHARE = re.compile(r"(?<![а-я])до\x20(?:[а-я]+\x20)?[\d,]+\x20?(?:%|процент[а-я]*)\x20к\x20$")
_SHARE_OF = re.compile(r"\((?:или\x20)?[\d,]+\x20?(?:%|процент[а-я]*)?\x20к\x20$")  # "(105 % к 2026 году)"
_INSTRUMENTAL = re.compile(r"(?:[рнл]ем|мартом|августом|маем|годом|кварталом|полугодием|периодом)(?![а-я])")
_PERCENT_OF = re.compile(r"(?:%|процент[а-я]*)\x20от\x20$")
# "в январе 2024 г. – 15%, 2023 г. – 12%": a year in the genitive keeps the month of the one before.
_SAME_MONTH = re.compile(
    r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугоди)[а-я]{1,2}\x20(?:19|20)\d\d\x20?(?:г\.|года)[^.;]*\d[^;]*,\x20$"
)
_GENITIVE_YEAR = re.compile(r"\d{4}\x20?(?:г\.|года)\x20-\x20")
_ACT_NUMBER = re.compile(r",? ?(?:года|г\.)? ?№")
_PAST_WORDS = ("прошл", "предыд", "минув", "прошед", "истек", "предшеств", "позапрошл")
_YEAR_BEFORE = ("предыд", "предшеств", "аппг", "сппг")
_LONG_GONE_YEARS = 3
_CITY = re.compile(r"[а-я-]{3,20}(?:\x20[а-я-]{3,20})?,\x20")
_AGENCY = re.compile(r"[.,]?\x20?-\x20?[^\d.:;\n]{2,40}\.\s")
_RANGE_FROM = re.compile(r"со?\x20")


@cache
def role_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of the table by name; rows named in capitals are parts of the rows below them."""
    rows = table_rows("time_roles.tsv")
    parts: dict[str, str] = {}
    patterns = {}
    for row in rows:
        pattern = row["pattern"]
        for name, part in parts.items():
            pattern = pattern.replace(f"%{name}%", f"(?:{part})")
        if row["name"].isupper():
            parts[row["name"]] = pattern
        else:
            patterns[row["name"]] = compiled(pattern)
    return patterns


def with_role(levelled: str, time: TimeMention, published: date | None) -> TimeMention:
    """The expression with its role and edge; one whose own words tell its role is left as it is."""
    near = max(0, time.start - _REACH)
    left = levelled[max(near, *(levelled.rfind(stop, near, time.start) + 1 for stop in _STOPS)) : time.start]
    patterns = role_patterns()
    if levelled.startswith("прошлогодн", time.start):
        return time  # "вместо прошлогодних 12 млн": the year of the number behind it
    if levelled.startswith(", когда", time.end) and not left.endswith(("с ", "со ")):
        return time  # "на 16% меньше, чем годом ранее, когда ввезли 25 тонн"
    is_own = levelled.startswith(" - ", time.end) and patterns["own_label"].search(left)
    if not is_own and patterns["base"].search(left + _own_preposition(levelled, time)):
        return _as_base(time, left)
    is_year_before = levelled.startswith(_YEAR_BEFORE, time.start)
    if (is_year_before and patterns["to"].search(left)) or _PERCENT_OF.search(left):
        return _as_base(time, left)  # "102,1% к предыдущему году", "88% от 2010 года"
    if time.role is not TimeRole.PERIOD:
        return time
    is_year = time.year is not None and time.grain is PeriodGrain.YEAR
    if is_year and patterns["same_window"].search(left):
        # "(за аналогичный период 2023 года – 24)" is the time of 24; without a number behind it, a base.
        has_own = _OWN_NUMBER.match(levelled, time.end) is not None or patterns["own_before"].search(left)
        return replace(time, role=TimeRole.SHIFT) if has_own else _as_base(time, left)
    if is_year and _SAME_MONTH.search(left) and _GENITIVE_YEAR.match(levelled, time.start):
        return replace(time, role=TimeRole.SHIFT)
    if _is_name(levelled, time, left, published) or _is_dateline(levelled, time, left):
        return replace(time, role=TimeRole.DOCUMENT)
    if patterns["to"].search(left) and _is_base_behind_to(levelled, time, left, published):
        return _as_base(time, left)
    return _plain_role(levelled, time, left)


def _own_preposition(levelled: str, time: TimeMention) -> str:
    """The "с" that a range begins with, as in "по сравнению с январём–мартом": it may govern as well."""
    found = _RANGE_FROM.match(levelled, time.start)
    return found[0] if found is not None else ""


def _as_base(time: TimeMention, left: str) -> TimeMention:
    """A base; its phrase begins with the words that name it: "аналогичным периодом прошлого года"."""
    phrase = role_patterns()["base_phrase"].search(left)
    start = time.start - len(left) + phrase.start() if phrase is not None else time.start
    return replace(time, role=TimeRole.BASE, phrase_start=start)


def _is_name(levelled: str, time: TimeMention, left: str, published: date | None) -> bool:
    """The date of an act, or years that tell which thing is meant: "сезон 2025/2026", "рекорд 1983 года"."""
    patterns = role_patterns()
    if time.grain is PeriodGrain.DAY and patterns["from"].search(left):
        is_act = patterns["act"].search(left) is not None or _ACT_NUMBER.match(levelled, time.end) is not None
        return is_act and not _begins_with_act(levelled, time)
    if patterns["naming"].search(left):
        return True
    if time.grain is PeriodGrain.YEAR and time.year is not None and patterns["act_of_year"].search(left):
        return True  # "озвученного в Послании 2022 года", "по Закону 2022 года"
    if levelled.startswith(("за последн", "за все"), time.start) and patterns["superlative"].search(left):
        return True
    if published is None or time.grain not in (PeriodGrain.YEAR, PeriodGrain.RANGE) or time.span_in is None:
        return False
    last = time.span_in(time.year if time.year is not None else published.year)[1]
    if last.year >= published.year - _LONG_GONE_YEARS or patterns["attribute"].search(left) is None:
        return False
    return patterns["edge"].search(left) is None  # but "к началу 2000-х годов"


def _is_dateline(levelled: str, time: TimeMention, left: str) -> bool:
    """ "АСТАНА, 28 сентября – Интерфакс. …": where and when it was written, before what is told."""
    if time.grain is not PeriodGrain.DAY or _CITY.fullmatch(left) is None:
        return False
    return _AGENCY.match(levelled, time.end) is not None


def _begins_with_act(levelled: str, time: TimeMention) -> bool:
    """ "Указом Президента от 10 декабря награждены 600": what an act does is done on its day."""
    before = levelled[max(0, time.start - _REACH) : time.start]
    opening = max(before.rfind(mark) for mark in (". ", "\n"))
    is_whole = opening >= 0 or time.start <= _REACH
    return is_whole and role_patterns()["by_act"].search(before[opening + 1 :]) is not None


def _is_base_behind_to(levelled: str, time: TimeMention, left: str, published: date | None) -> bool:
    """ "+5% к прошлому году", "109% к марту 2023 года": a base, where "к 2030 году" is a deadline."""
    if levelled.startswith(_PAST_WORDS, time.start) or _SHARE_OF.search(left):
        return True
    if _REACHED.match(levelled, time.end) or _is_come_to(levelled, time, left):
        return False
    year = time.year if time.year is not None else _last_named_year(time)
    if year is not None and published is not None and year != published.year:
        return year < published.year
    if published is None and _UP_TO_SHARE.search(left):
        return False
    return time.grain is not PeriodGrain.DAY and role_patterns()["against_to"].search(left) is not None


def _is_come_to(levelled: str, time: TimeMention, left: str) -> bool:
    """ "К 2020 году число домов выросло до 5 тыс.", but "(105%) к 2020 году", "к 2020 году рост составил"."""
    return _COME_TO.match(levelled, time.end) is not None and not _TOLD_OF.search(left)


def _last_named_year(time: TimeMention) -> int | None:
    """ "к 2024–2025 годам": the last of the years that a range itself names."""
    if time.grain is not PeriodGrain.RANGE or time.span_in is None:
        return None
    one, other = time.span_in(2000), time.span_in(2001)
    return one[1].year if one == other else None


def _plain_role(levelled: str, time: TimeMention, left: str) -> TimeMention:
    patterns = role_patterns()
    edge = patterns["edge"].search(left)
    if edge is not None:
        return _edged(time, edge["prep"], edge["edge"])
    spans_years = time.grain is PeriodGrain.RANGE or (time.grain is PeriodGrain.YEAR and left.endswith("до "))
    if spans_years and patterns["programme"].search(left):
        return replace(time, role=TimeRole.HORIZON)
    if patterns["before"].search(left):
        return replace(time, role=TimeRole.DEADLINE, edge=TimeEdge.UNTIL)
    if patterns["through"].search(left):
        return replace(time, role=TimeRole.DEADLINE)
    if patterns["since"].search(left) and not time.is_inexact:
        if _INSTRUMENTAL.search(levelled, time.start, time.end):
            return _as_base(time, left)  # "по сравнению с маем – 2%, с декабрём – 9%"
        return replace(time, role=TimeRole.SINCE)
    return time


def _edged(time: TimeMention, preposition: str, word: str) -> TimeMention:
    """ "на начало 2024 года", "до конца декабря", "с начала 2025 года"."""
    if word.startswith("нач"):
        if preposition in ("с", "со"):
            return replace(time, role=TimeRole.SINCE)
        return replace(time, edge=TimeEdge.START) if preposition in ("на", "к", "ко", "до") else time
    if preposition in ("с", "со") and word.startswith("кон"):
        return replace(time, role=TimeRole.SINCE, edge=TimeEdge.THROUGH)
    if preposition == "до":
        return replace(time, role=TimeRole.DEADLINE, edge=TimeEdge.THROUGH)
    return replace(time, role=TimeRole.DEADLINE) if preposition in ("к", "ко", "под") else time
