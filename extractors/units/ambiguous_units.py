"""Unit forms that are as often something else: which of them is meant as a unit where it stands.

Belongs here: the conditions of `data/ambiguous_units.tsv` and how they are tried. Does not belong
here: which form stands behind a number (`units`).
"""

import re
from decimal import Decimal
from functools import cache

from extractors.data_tables import table_rows
from extractors.records import record
from extractors.units.units import UnitMatch

_NEAR = 120
_BEFORE = 24


@record
class _Condition:
    """When the forms of one unit are meant as the unit.

    Attributes:
        forms: First letters of the forms in question, empty for every form of the unit.
        enough: "decimal" or "scaled" where such a number needs no further evidence, "" else.
        near: What must stand around it.
        not_after: What must not follow it.
        before: What must lead to the number.
    """

    forms: tuple[str, ...]
    enough: str
    near: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    before: re.Pattern[str] | None


@cache
def _conditions() -> dict[str, tuple[_Condition, ...]]:
    rows = table_rows("ambiguous_units.tsv")
    found: dict[str, list[_Condition]] = {}
    for row in rows:
        found.setdefault(row["code"], []).append(_condition(row))
    return {code: tuple(conditions) for code, conditions in found.items()}


def _condition(row: dict[str, str]) -> _Condition:
    forms = () if row["forms"] == "*" else tuple(row["forms"].split(";"))
    near = re.compile(row["near"], re.IGNORECASE) if row["near"] else None
    not_after = re.compile(row["not_after"]) if row["not_after"] else None
    before = re.compile(row["before"], re.IGNORECASE) if row["before"] else None
    return _Condition(forms, row["enough"], near, not_after, before)


def is_meant(text: str, start: int, value: Decimal, match: UnitMatch, *, scaled: bool) -> bool:
    """Whether a unit form behind a number is meant as the unit.

    Args:
        text: The whole text.
        start: Offset of the number.
        value: Its value.
        match: The form found behind it.
        scaled: Whether the number has a scale word.
    """
    return all(
        _holds(text, start, value, match, condition, scaled=scaled)
        for condition in _conditions().get(match.unit.code, ())
        if _is_in_question(text, match, condition)
    )


def _holds(
    text: str, start: int, value: Decimal, match: UnitMatch, condition: _Condition, *, scaled: bool
) -> bool:
    if condition.not_after is not None and condition.not_after.match(text, match.end):
        return False
    if condition.before is not None and not condition.before.search(text, max(0, start - _BEFORE), start):
        return False
    if (condition.enough == "decimal" and value != int(value)) or (condition.enough == "scaled" and scaled):
        return True
    if condition.enough and condition.near is None:
        return False
    if condition.near is None:
        return True
    return condition.near.search(text, max(0, start - _NEAR), match.start) is not None or (
        condition.near.search(text, match.end, match.end + _NEAR) is not None
    )


def _is_in_question(text: str, match: UnitMatch, condition: _Condition) -> bool:
    printed = text[match.start : match.end]
    if match.per is not None:
        return False
    if not condition.forms:
        return True
    return (
        any(
            printed == form or (len(form) > 2 and printed.lower().startswith(form))
            for form in condition.forms
        )
        and " " not in printed.strip()
    )
