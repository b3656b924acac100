"""Rates stated once: the bare numbers around "16,9 на 100 тыс. населения" are per the same people.

Belongs here: which numbers of a sentence share the denominator of a rate in it, also one in a bracket
that only says what the numbers are per. Does not belong here: finding the denominator of one number
(`denominators`, `denominators_behind`, `denominators_before`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.carried_times import CARRIED_TIMES, carry_time
from extractors.expressions.ellipsis_frames import crosses_sentence, fills_bracket
from extractors.expressions.expression import Expression
from extractors.lexicon.counted_nouns import counts_what_follows
from extractors.numbers.numerals import Ending
from extractors.units.denominators import match_per_at
from extractors.units.units import UnitKind, load_units

_SCORE = "{score}"
_LABEL = re.compile(r"\((?:в\s(?:рас|перес)ч[её]те\s)?(?=на\s(?:кажд\w+\s)?1)", re.IGNORECASE)
# "57 100 человек на 100 тыс. населения (показатель республики – 46 894)".
_LIKE = re.compile(r"\([^()\n]{0,40}?(?:показател|уров[не]|средн)[^()\n\d]{0,40}$", re.IGNORECASE)
_PEOPLE_ONLY = re.compile(r"10{1,6} \D")
# The next label of a list, with the dash that ties its number: "; для организаций – ".
_NEXT_PRICE = re.compile(
    r"(?:\s\([^()\n]{1,20}\))?[,;]?\s(?:[–—•-]\s)?(?:а\s|и\s)?(?:[^\W\d_][\w-]*,?\s){1,7}[–—-]\s(?:по\s|около\s|почти\s|более\s|до\s|от\s)?"
)
_RESUMING = re.compile(r"(?:,|\.|\s[–—-])\s(?:что|[Ээ]то)\s(?:[^\W\d_]+\s){0,4}на\s(?:[^\W\d_]+\s)?")
_COMPARED = re.compile(r"\s(?:больше|меньше|выше|ниже)(?!\w)")
_NEAR = 20
_REACH, _LIKE_REACH = 8, 90


def with_carried_rates(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, bare ones of a sentence that states a rate with its denominator."""
    out = list(found)
    rates = [index for index, expression in enumerate(found) if is_rate_code(expression.per)]
    for index in rates:
        _carry(text, out, index, -1)
        _carry(text, out, index, 1)
    for index in range(1, len(out)):
        carry_time(text, out, index)
        _carry_price(text, out, index)
        _carry_yield(text, out, index)
    _score_bare(text, out, rates)
    if "(на " in text or "(в " in text:
        _carry_labels(text, out)
    return out


def _score_bare(text: str, out: list[Expression], rates: Sequence[int]) -> None:
    """As in "на 100 тыс. населения – 301,0 при 227,5": scores, unless the first of them counts something."""
    last: Expression | None = None
    is_of_counts = False
    for index in rates:
        rate = out[index]
        is_score = _is_fraction(text, replace(rate, per=None))
        if last is None or last.per != rate.per or crosses_sentence(text, last.per_end, rate.start):
            is_of_counts = not is_score
        if is_score and not is_of_counts:
            out[index] = replace(rate, unit=load_units()[_SCORE])
        last = rate


def is_rate_code(per: str | None) -> bool:
    """Whether a denominator is a round number of people or things, as of a rate."""
    return per is not None and _PEOPLE_ONLY.match(per) is not None


def _carry(text: str, out: list[Expression], index: int, step: int) -> None:
    """Hands the denominator of the rate at `index` on to the bare numbers on one side of it."""
    rate, last = out[index], index
    for other in range(index + step, index + step * (_REACH + 1), step):
        if not 0 <= other < len(out):
            return
        first, second = sorted((last, other))
        bare = out[other]
        is_apart = crosses_sentence(text, out[first].per_end, out[second].start)
        if is_rate_code(bare.per) or (is_apart and not (step > 0 and fills_bracket(text, bare))):
            return
        if "\n" in text[out[first].end : out[second].start]:
            return
        if _is_fraction(text, bare) or _is_like(text, rate, bare):
            out[other] = replace(bare, per=rate.per, unit=rate.unit)
        last = other


def _carry_price(text: str, out: list[Expression], index: int) -> None:
    """As in "для населения – 25 тенге за кВт·ч, для организаций – 38 тенге": the next price of the same."""
    before, bare = out[index - 1], out[index]
    if before.per is None or before.unit is None or before.unit.kind is not UnitKind.MONEY:
        return
    if (
        bare.per is not None
        or bare.unit != before.unit
        or before.per in CARRIED_TIMES
        or is_rate_code(before.per)
    ):
        return
    is_near = before.amount <= _NEAR * bare.amount <= _NEAR * _NEAR * before.amount
    if is_near and _NEXT_PRICE.fullmatch(text, before.per_end, bare.start) is not None:
        out[index] = replace(bare, per=before.per)


def _carry_yield(text: str, out: list[Expression], index: int) -> None:
    """As in "собрали 28 центнеров с гектара, что на 4 центнера больше": of the same rate."""
    before, bare = out[index - 1], out[index]
    is_yield = before.per is not None and before.unit is not None and before.unit.kind is UnitKind.QUANTITY
    if not is_yield or bare.per is not None or bare.unit != before.unit or before.per in CARRIED_TIMES:
        return
    is_told = _RESUMING.fullmatch(text, before.per_end, bare.start) and _COMPARED.match(text, bare.end)
    if (is_told and not is_rate_code(before.per)) or _is_next_yield(text, before, bare):
        out[index] = replace(bare, per=before.per)


def _is_next_yield(text: str, before: Expression, bare: Expression) -> bool:
    """As in "по ячменю – 32 центнера с гектара, по овсу – 28 центнеров": a like number of the next crop."""
    is_yield = before.unit is not None and (before.unit.code, before.per) == ("ct", "har")
    is_near = before.amount <= _NEAR * bare.amount <= _NEAR * _NEAR * before.amount
    return is_yield and is_near and _NEXT_PRICE.fullmatch(text, before.per_end, bare.start) is not None


def _carry_labels(text: str, out: list[Expression]) -> None:
    """As in "Заболеваемость (на 100 тыс. населения) снизилась с 70,1 до 66,7"."""
    labels = [(match.start(), match_per_at(text, match.end())) for match in _LABEL.finditer(text)]
    position = 0
    for start, per in labels:
        if per is None or not is_rate_code(per.code) or not text.startswith(")", per.end):
            continue
        while position < len(out) and out[position].start < start:
            position += 1
        for index in range(position, min(position + _REACH, len(out))):
            if "\n" in text[per.end : out[index].start] or crosses_sentence(text, per.end, out[index].start):
                break
            if out[index].per is None and _is_fraction(text, out[index]):
                out[index] = replace(out[index], per=per.code, unit=load_units()[_SCORE])


def _has_fraction(expression: Expression) -> bool:
    """Whether a number is printed with a fraction, be it a zero ("135,0")."""
    value = expression.value
    return value is not None and not expression.scaled and value.as_tuple().exponent != 0


def _is_fraction(text: str, expression: Expression) -> bool:
    """Whether a bare number with a fraction counts nothing, so that it must be of a rate."""
    return (
        _is_bare(expression) and _has_fraction(expression) and not counts_what_follows(text, expression.end)
    )


def _is_bare(expression: Expression) -> bool:
    return (
        (expression.unit is None or expression.unit.code == _SCORE)
        and expression.per is None
        and expression.value is not None
        and expression.word_class is None
        and expression.ending is Ending.NONE
        and not expression.signed
    )


def _is_like(text: str, rate: Expression, bare: Expression) -> bool:
    """Whether a whole number is what the rate is elsewhere: told as its like in a bracket, of its order."""
    if not _is_bare(bare) or bare.scaled or rate.value is None or bare.value is None:
        return False
    if not rate.amount <= 10 * bare.amount <= 100 * rate.amount:
        return False
    return _LIKE.search(text, max(rate.end, bare.start - _LIKE_REACH), bare.start) is not None
