"""Lengths of time behind an attribute: "за три трудных года", "в течение двух неполных месяцев".

Belongs here: telling a period whose noun the attribute parts from its number. Does not belong here: lengths
of time with their unit right behind (`durations`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.verdicts import Verdict
from extractors.model import RejectionReason as R

_I = re.IGNORECASE
_LEAD = re.compile(
    r"(?<!\w)(?:за|в\s+течение|на\s+протяжении|через|спустя|в\s+эти|после|по\s+итогам|прошл[оаи]|минул[оаи]?)\s+"
    r"(?:(?:последни[ехм]|прошедши[ехм]|первы[ехм]|эти|все)\s+)?$",
    _I,
)
_TIME = re.compile(
    r"[ \u00a0]+(?:[а-яё]{3,}(?:ых|их)[ \u00a0]+){1,2}(?:года|лет|месяца|месяцев|дня|дней|недел[ьи]|"
    r"суток|квартала|кварталов|десятилети[яй])(?!\w)",
    _I,
)
_REACH = 40


def described_time(text: str, expression: Expression) -> Verdict | None:
    """Why such a number states no fact, with the rule; None if it may state one."""
    if _TIME.match(text, expression.end) is None:
        return None
    is_led = _LEAD.search(text, max(0, expression.start - _REACH), expression.start) is not None
    return (R.PERIOD, "duration") if is_led else None
