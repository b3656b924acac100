"""The word "один" where it only singles something out: "один из", "одни только", "состояние одного –".

Belongs here: one thing in words. Does not belong here: any other number in words (`loose_counts`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.verdicts import Verdict
from extractors.model import RejectionReason as R

_I = re.IGNORECASE
_ONE_LOOSE_AFTER = re.compile(
    r"\s+(?:из(?!\s+котор)|и\s+т(?:ем|от|ого|ой|о)\s+же|и\s+та\s+же|за\s+друг\w+|раз(?!\w)|на\s+один|в\s+один|лишь|только|другого|окн\w+|пояс\w*)",
    _I,
)
_ONE_LOOSE_BEFORE = re.compile(
    r"(?<!\w)(?:ни|не|еще|ещё|в|на|из|с|со|по|за|под|для|к|ко|от|о|об|все|это|тем|как)\s+$", _I
)
_ONE_STATED = re.compile(r"(?:[–—:(]|(?<!\w)(?:всего|лишь|только|было|стало|остал\w+|и))\s*$", _I)
_FROM_ONE = re.compile(r"(?<!\w)со?\s+$", _I)
_TO_MORE = re.compile(r"\s+до\s+(?:\d|дву|тр[её]|четыр|пят|шест|сем|восьм|девят|десят)", _I)
_CLOSED = re.compile(r"\s*(?:[.,;:!?)–—-]|$)")
_DETERMINERS = frozenset({"одни", "одних", "одним", "одними"})


def one_alone(text: str, expression: Expression) -> Verdict | None:
    """As in "один из", "одни только", "состояние одного –" single something out; "одна – в Алматы" counts."""
    start, end, low = expression.start, expression.end, max(0, expression.start - 16)
    if _TO_MORE.match(text, end) and _FROM_ONE.search(text, low, start):
        return None  # "с одного до пяти поездов"
    is_loose = (
        text[start:end].endswith("раз")
        or expression.words[0] in _DETERMINERS
        or _ONE_LOOSE_AFTER.match(text, end) is not None
        or _ONE_LOOSE_BEFORE.search(text, low, start) is not None
        or (_CLOSED.match(text, end) is not None and _ONE_STATED.search(text, low, start) is None)
    )
    return (R.OTHER, "one_loose") if is_loose else None
