"""The role of a temporal expression in its sentence, told from the words before it.

Belongs here: period, deadline, start, base of a comparison, date of an act, years of a programme's
name, and which edge of the time is meant. Does not belong here: finding the expression (`times`) or
giving it to a fact (`time_choice`).
"""

import re
from dataclasses import replace
from datetime import date

from extractors.calendar_terms import compiled
from extractors.model import PeriodGrain
from extractors.time_mentions import TimeEdge, TimeMention, TimeRole

_REACH = 90
_STOP = re.compile(r".*[;!?\n|]", re.DOTALL)
_EDGE = compiled(
    r"(?:^|(?<![а-я]))(?P<prep>на|к|ко|до|в|с|со|под|от) (?:сам(?:ый|ому|ого|ом) )?(?P<edge>начал[оеау]|концу?|конец|конца|конце|середин[еыу]) $"
)
_SAME = (
    r"(?:(?:аналогичн|соответствующ|сопоставим)[а-я]+|(?:то|та|ту|тот|той|том|тем|тому|того|те|теми) же)"
    r" (?:период|месяц|квартал|дат|показател|отрез|срок|недел|полугод|врем|д[енё]н|числ|этап)[а-я]*"
)
_FILLER = (
    r"(?: (?:показател[а-я]+|уровн[а-я]+|период[а-я]*|итог[а-я]+|данны[а-я]+|результат[а-я]+|значени[а-я]+|аналогичн[а-я]+|соответствующ[а-я]+|сопоставим[а-я]+"
    r"|таким|же|тем|той|то|ту|тот|том|тому|того|за|в|на|с|по|к|ко|до|от|весь|всего|всем|врем[а-я]+|отрез[а-я]+|дат[а-я]+|дн[а-я]+|день|числ[а-я]+"
    r"|месяц[а-я]*|квартал[а-я]*|недел[а-я]+|полугоди[а-я]+|конц[а-я]+|конец|начал[а-я]+|состоянию|пик[а-я]*|максимум[а-я]*)){0,6}"
)
_COMPARATOR = (
    r"(?:(?:по сравнению|в сравнении|сравнительно|в сопоставлении|в соотношении) со?|по отношению к|относительно|против|вместо|чем"
    r"|(?:к|ко|от|до|с|относительно) (?:уровн[а-я]+|показател[а-я]+|значени[а-я]+|итогам|объем[а-я]+)"
    r"|(?:выше|ниже|больше|меньше|лучше|хуже|превы[а-я]+|превос[а-я]+|опереж[а-я]+|уступ[а-я]+)(?: [а-я]+)?(?: (?:уровн|показател|рекорд|итог|результат|значени|объем|максимум|пик)[а-я]*)?"
    r"|рекорд[а-я]*|уров(?:ень|н[яею])|максимум[а-я]*|(?:к|ко|с|со|от) " + _SAME + ")"
)
_BASE = compiled(rf"(?<![а-я])(?P<lead>{_COMPARATOR})(?P<phrase>{_FILLER}) $")
_SAME_WINDOW = compiled(rf"(?<![а-я]){_SAME} $")
_TO = compiled(r"(?<![а-я])(?:к|ко) $")
_AGAINST_TO = compiled(
    r"(?:%|процент[а-я]*|п\. ?п\.|пункт[а-я]*|раза?|рост[а-я]*|прирост[а-я]*|прибав[а-я]+|индекс[а-я]*|[\d)])(?: [а-я]+){0,4} (?:к|ко) $"
)
_BEFORE = compiled(r"(?<![а-я])(?:до|не позднее|не позже|в срок до|вплоть до) $")
_THROUGH = compiled(r"(?<![а-я])(?:к|ко|по|на период до) $")
_SINCE = compiled(r"(?<![а-я])(?:с|со|начиная с|после) $")
_FROM = compiled(r"(?<![а-я])от $")
_ACT = re.compile(
    r"(?:приказ|постановлени|указ|закон|распоряжени|решени|протокол|послани|договор|кодекс|соглашени|письм|акт|меморандум)[а-я]*|№"
)
_SIGN_AFTER = re.compile(r",? ?(?:года|г\.)? ?№")
_PROGRAMME = compiled(
    r"(?:программ|концепци|стратеги|дорожн[а-я]+ карт|нацпроект|национальн[а-я]+ проект|доктрин|переч|комплексн[а-я]+ план|план[а-я]* (?:развити|действ|мероприят))[^.;:\n]{0,80} (?:на|до) (?:период )?$"
)
_NAMING = compiled(r"(?:сезон[а-я]*|накануне) $")
_ATTRIBUTE = compiled(r"(?<![а-я])(?!(?:весь|течение|течении)[ ])[а-я]{4,} $")
_PAST_WORDS = ("прошл", "предыд", "минув", "прошед", "истек", "предшеств", "позапрошл")


def with_role(levelled: str, time: TimeMention, published: date | None) -> TimeMention:
    """The mention with its role and edge; one whose own words tell its role is left as it is."""
    left = _STOP.sub("", levelled[max(0, time.start - _REACH) : time.start])
    base = _BASE.search(left)
    if base is not None:
        offset = time.start - len(left)
        phrase = offset + (base.start("phrase") if "же" in base["phrase"] or base["phrase"] else len(left))
        return replace(time, role=TimeRole.BASE, phrase_start=phrase)
    if time.role is not TimeRole.PERIOD:
        return time
    same = _SAME_WINDOW.search(left)
    if same is not None and time.year is not None:
        return _same_window(levelled, time, time.start - len(left) + same.start(), published)
    return _plain_role(levelled, time, left, published)


def _same_window(levelled: str, time: TimeMention, start: int, published: date | None) -> TimeMention:
    """ "(за аналогичный период 2023 года – 24)" is the time of 24; without a number behind it, a base."""
    assert time.year is not None
    if re.match(r"[^.;\n]{0,40}\d", levelled[time.end : time.end + 60]) is None:
        return replace(time, role=TimeRole.BASE, phrase_start=start)
    del published
    return replace(time, role=TimeRole.SHIFT)


def _plain_role(levelled: str, time: TimeMention, left: str, published: date | None) -> TimeMention:
    edge = _EDGE.search(left)
    if edge is not None:
        return _edged(time, edge["prep"], edge["edge"])
    if (
        time.grain is PeriodGrain.DAY
        and _FROM.search(left)
        and (_ACT.search(left) or _SIGN_AFTER.match(levelled, time.end))
    ):
        return replace(time, role=TimeRole.DOCUMENT)
    if _NAMING.search(left) or _is_old_attribute(time, left, published):
        return replace(time, role=TimeRole.DOCUMENT)
    if _TO.search(left) and _is_base_behind_to(levelled, time, left, published):
        return replace(time, role=TimeRole.BASE, phrase_start=time.start)
    spans_years = time.grain is PeriodGrain.RANGE or (time.grain is PeriodGrain.YEAR and left.endswith("до "))
    if spans_years and _PROGRAMME.search(left):
        return replace(time, role=TimeRole.HORIZON)
    if _BEFORE.search(left):
        return replace(time, role=TimeRole.DEADLINE, edge=TimeEdge.UNTIL)
    if _THROUGH.search(left):
        return replace(time, role=TimeRole.DEADLINE)
    if _SINCE.search(left) and not time.is_inexact:
        return replace(time, role=TimeRole.SINCE)
    return time


def _is_old_attribute(time: TimeMention, left: str, published: date | None) -> bool:
    """ "рекорд 1983 года", "дела 1920–1950-х годов": years long gone that only tell which thing is meant."""
    if (
        published is None
        or time.grain not in (PeriodGrain.YEAR, PeriodGrain.RANGE)
        or not _ATTRIBUTE.search(left)
    ):
        return False
    year = time.year if time.year is not None else published.year
    return time.span_in is not None and time.span_in(year)[1].year < published.year - 3


def _edged(time: TimeMention, preposition: str, word: str) -> TimeMention:
    """ "на начало 2024 года", "до конца декабря", "с начала 2025 года"."""
    if word.startswith("нач"):
        if preposition in ("с", "со"):
            return replace(time, role=TimeRole.SINCE)
        return replace(time, edge=TimeEdge.START) if preposition in ("на", "к", "ко", "до") else time
    if preposition == "до":
        return replace(time, role=TimeRole.DEADLINE, edge=TimeEdge.THROUGH)
    return replace(time, role=TimeRole.DEADLINE) if preposition in ("к", "ко", "под") else time


def _is_base_behind_to(levelled: str, time: TimeMention, left: str, published: date | None) -> bool:
    """ "+5% к прошлому году", "109% к марту 2023 года": a base, where "к 2030 году" is a deadline."""
    if levelled.startswith(_PAST_WORDS, time.start):
        return True
    if time.year is not None and published is not None and time.year != published.year:
        return time.year < published.year
    return time.grain is not PeriodGrain.DAY and _AGAINST_TO.search(left) is not None
