"""The role of a temporal expression in its sentence, told from the words before it.

Belongs here: period, deadline, base of a comparison, date of an act. Does not belong here:
finding the expression (`times`) or giving it to a fact (`periods`).
"""

import re
from dataclasses import replace
from datetime import date

from extractors.times import TimeMention, TimeRole

_I = re.IGNORECASE
_BASE = re.compile(
    r"(?:(?:по сравнению|в сравнении|сопоставлени\w+|сравнительно|соотношени\w+) с(?:о)?|по отношению к|относительно|против|к уровню|от уровня|(?:выше|ниже|больше|меньше) уровня|"
    r"превы\w+ уровень|чем(?: в| за| на| по итогам)?|к показателям?|от показател\w+|"
    r"(?:аналогичн|соответствующ|сопоставим)\w+ (?:период|месяц|квартал|дат|показател)\w*|тот же период|того же периода|таким же периодом)"
    r"(?:\s(?:показател\w+|уровн\w+|период\w*|итог\w+|данны\w+|аналогичн\w+|соответствующ\w+|за|в|с|по|конца?|началу?)){0,4}\s*$",
    _I,
)
_DOCUMENT = re.compile(
    r"(?:(?:приказ|постановлени|указ|закон|распоряжени|решени|протокол|послани|договор|кодекс|соглашени|письм)\w*[^.;\n]{0,60}?\s|№\s?\S+\s|^|[\s(])от\s*$",
    _I,
)
_DEADLINE = re.compile(
    r"(?<!\w)(?:к|ко|до|не позднее|(?:к|до) (?:концу?|началу?|конца|начала|середин[еы])|на период до|в срок до)\s*$",
    _I,
)
_TO = re.compile(r"(?<!\w)(?:к|ко)(?:\s(?:уровню|показателям?|итогам?))?\s*$", _I)
_SINCE = re.compile(r"(?<!\w)(?:с|со|начиная с|после)\s*$", _I)
_END_OF = re.compile(r"(?<!\w)(?:к|ко|до|на)\s(?:концу?|конец|конца)\s*$", _I)
_CHANGED = re.compile(
    r"(?:%|процент|п\.\s?п|раза?\b|пункт|больше|меньше|выше|ниже|рост|вырос|сниз|увелич|сократ|прирост|ИФО|индекс)",
    _I,
)


def with_roles(text: str, times: list[TimeMention], published: date | None) -> list[TimeMention]:
    """The mentions with their roles."""
    return [_with_role(text, time, published) for time in times]


def _with_role(text: str, time: TimeMention, published: date | None) -> TimeMention:
    if time.role is not TimeRole.PERIOD:
        return time
    before = text[max(0, time.start - 90) : time.start]
    line = before.rsplit("\n", 1)[-1]
    if _BASE.search(line):
        return replace(time, role=TimeRole.BASE)
    if line.lower().endswith("от ") and _DOCUMENT.search(line):
        return replace(time, role=TimeRole.DOCUMENT)
    if _TO.search(line) and time.year is not None and published is not None and time.year < published.year:
        return replace(time, role=TimeRole.BASE)
    if _TO.search(line) and _is_past_base(text, time, line, published):
        return replace(time, role=TimeRole.BASE)
    if _DEADLINE.search(line):
        return replace(time, role=TimeRole.DEADLINE)
    if _SINCE.search(line):
        return replace(time, role=TimeRole.SINCE)
    return time


def _is_past_base(text: str, time: TimeMention, line: str, published: date | None) -> bool:
    """ "+5% к прошлому году", "рост на 3% к январю": a base, where "к 2030 году" is a deadline."""
    printed = text[time.start : time.end].lower()
    if printed.startswith(("прошл", "предыдущ", "минувш", "прошедш", "соответствующ", "аналогичн")):
        return True
    later = published is not None and time.year is not None and time.year > published.year
    return (
        not later
        and _CHANGED.search(line) is not None
        and not re.search(r"(?:ко|к)\s*$", line[-4:]) is None
        and time.year is not None
    )
