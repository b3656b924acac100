"""What is glued behind a number and makes it a piece of a longer word: "5-летний", "2-х этажный".

Belongs here: endings and compounds right behind a number. Does not belong here: patterns that start before
or at a number (`guards`), a number as the count of what its word names (`hyphened_counts`).
"""

import re

from extractors.expressions.verdicts import Verdict
from extractors.model import RejectionReason as R

# "2-х этажный", "3-х комнатная", "4 полосная": the number is a piece of the adjective behind it.
_SPLIT_COMPOUND = re.compile(
    r"(?:(?<=[-‑][хмй])|(?<=-[тм]и))[ \u00a0](?:этажн|комнатн|местн|квартирн|полосн|дневн|разов|сменн|"
    r"ступенчат|уровнев|сторонн|значн|недельн|месячн|часов(?!\s|$)|летн|тонн(?:ый|ая|ого))\w+|"
    r"(?<=\d)[ \u00a0](?:полосн|этажн)\w+",
    re.IGNORECASE,
)
_AFTER: tuple[tuple[str, R, re.Pattern[str]], ...] = (
    ("jubilee", R.ATTRIBUTE, re.compile(r"[-–‑]?(?:\s?[–-]\s?)?летн\w{2,3}\sюбиле", re.IGNORECASE)),
    ("age_compound", R.AGE_BRACKET, re.compile(r"[-–‑]?(?:ти|х)?[-–‑]?летн\w+", re.IGNORECASE)),
    ("compound", R.ATTRIBUTE, _SPLIT_COMPOUND),
    ("compound", R.ATTRIBUTE, re.compile(r"[-–‑](?:[а-яё]{3,}|я(?=\s))", re.IGNORECASE)),
    ("compound", R.ATTRIBUTE, re.compile(r"[-‑](?=,|\s(?:и|или|либо)\s|\s\d)", re.IGNORECASE)),
)  # fmt: skip


def guard_number(text: str, end: int) -> Verdict | None:
    """The reason for which what is glued behind a number makes it no fact, with the rule."""
    for rule, reason, pattern in _AFTER:
        if pattern.match(text, end):
            return reason, rule
    return None
