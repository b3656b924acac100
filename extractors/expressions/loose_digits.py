"""Bare digits that count nothing: "1) создать", a year, a model ("Ford Transit 350"), "в 5 классе".

Belongs here: digits without a unit, by what stands around them. Does not belong here: numbers in words
(`loose_counts`, `loose_ones`) and fixed shapes in raw text (`guards`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.loose_counts import family_size
from extractors.expressions.ranks import is_rank
from extractors.expressions.verdicts import Verdict
from extractors.lexicon.counted_nouns import agrees_behind, counts_what_follows, names_what_follows
from extractors.model import RejectionReason as R
from extractors.numbers.numerals import Ending

_YEAR = re.compile(r"(?:19\d\d|20(?:[0-5]\d|60))(?:\s?[-–—]\s?(?:19|20)\d\d)?")
# A year has its preposition or "год"; a bare number that a verb asks for behind "из них" is a part.
_PART_LED = re.compile(
    r"(?<!\w)из\s+(?:них|которых|этого\s+числа)\s+"
    r"(?:(?!год|январ|феврал|март|апрел|ма[яей]\s|ию[нл]|август|\w+[тя]бр)[^\W\d_]+\s+){0,4}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:[,.;:)\n]|$|(?!г\.|год|гг|по\s|[–—-])[а-яё])")
_PART_REACH = 60
_MARKER = re.compile(r"\d{1,2}\)(?=\s?[^\W\d_])")
_PREPOSITION = re.compile(
    r"(?<!\w)(?:в|во|на|по|из|с|со|у|к|до|от|за|о|об|под|для|при|среди)[ \u00a0]$", re.IGNORECASE
)
_MODEL = re.compile(r"\d{1,4}")
_LATIN_BEFORE = re.compile(
    r"(?<![\w&])(?!KASE|Brent|WTI|PMI|Dow|Nasdaq|MPV|pH|QS|THE)(?=\w*[A-Z])[A-Za-z][A-Za-z&.-]{2,}[ \u00a0]$"
)


def inline_marker(text: str, expression: Expression) -> Verdict | None:
    """As in "предлагается 1) создать фонд": a number before a bracket that nothing opened."""
    if not _MARKER.match(text, expression.start) or expression.end - expression.start > 2:
        return None
    left = text[max(0, expression.start - 200) : expression.start].rsplit("\n", 1)[-1]
    return None if left.rfind("(") > left.rfind(")") else (R.LIST_MARKER, "inline_marker")


def bare_digits(text: str, expression: Expression) -> Verdict | None:
    """A year, or the number of a model ("Ford Transit 350")."""
    printed = text[expression.start : expression.end]
    is_year = _YEAR.fullmatch(printed) is not None
    is_model = _MODEL.fullmatch(printed) is not None and (
        _LATIN_BEFORE.search(text, max(0, expression.start - 20), expression.start) is not None
    )
    if is_year and expression.value is not None:
        is_count = _is_part(text, expression) or (
            counts_what_follows(text, expression.end)
            and agrees_behind(text, expression.end, expression.value)
        )
    else:
        is_count = counts_what_follows(text, expression.end)
    if not (is_year or is_model) or is_count:
        return None
    return (R.DATE, "bare_year") if is_year else (R.NAME, "latin_name")


def _is_part(text: str, expression: Expression) -> bool:
    """As in "из них одобрено 1985": no preposition or noun of time leads to the number."""
    start = expression.start
    if _GOES_ON.match(text, expression.end) is None or _PREPOSITION.search(text, max(0, start - 8), start):
        return False
    return _PART_LED.search(text, max(0, start - _PART_REACH), start) is not None


def label(text: str, expression: Expression) -> Verdict | None:
    """As in "в 5 классе", "жители 12 микрорайона": a number that only tells one thing from its like."""
    if expression.ending is not Ending.NONE or expression.value_max is not None or expression.value is None:
        return None
    is_led = _PREPOSITION.search(text, max(0, expression.start - 8), expression.start) is not None
    is_name = names_what_follows(text, expression.end, expression.value, is_led=is_led)
    if is_name and not is_rank(text, expression):
        return R.ORDINAL, "label_by_form"
    return family_size(text, expression)
