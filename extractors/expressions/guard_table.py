"""The table of patterns whose numbers state no fact, ready to be tried.

Belongs here: reading `data/guards.tsv`, writing out its patterns and sorting them by what starts a match.
Does not belong here: trying them in a text (`guards`).
"""

import re
from collections.abc import Iterable
from functools import cache

from extractors.data_tables import table_rows
from extractors.model import RejectionReason as R
from extractors.records import record
from extractors.text.late_patterns import LatePattern
from extractors.text.raw_words import STEM

# A space of a pattern may be doubled in a text; not in a class or a look-behind, whose length is fixed.
_ONE_SPACE = re.compile(
    r"(?P<kept>\[(?:\\.|[^\]])*\]|\(\?<[=!](?:\[(?:\\.|[^\]])*\]|[^()\[])*\)|\\\\)|\\s(?![?*+{])"
)
# What most patterns that start at a digit begin with: they want no number to go on there.
_LOOK_BACK = re.compile(r"\(\?<!\[\\d[^\]]*\]\)")


@record
class Guard:
    """One row of the table.

    Attributes:
        rank: Its place in the table; of two rows that claim a number the earlier one wins.
        rule: Name of the rule.
        reason: Why such a number is no fact.
        pattern: What must match where it starts.
    """

    rank: int
    rule: str
    reason: R
    pattern: LatePattern


@record
class GuardTable:
    """The table by what starts a match: a digit, a mark, the start of a line or a word's stem.

    Attributes:
        digit: Guards that start at a digit.
        any_digit: What matches where one of these does; few numbers start one.
        line: Guards that start with a line.
        mark: Guards by the character they start with.
        word: Guards by the first letters of the word they start with, each with its whole stem.
    """

    digit: tuple[Guard, ...]
    any_digit: re.Pattern[str]
    line: tuple[Guard, ...]
    mark: dict[str, tuple[Guard, ...]]
    word: dict[str, tuple[tuple[str, Guard], ...]]


@cache
def load_guards() -> GuardTable:
    """The table, ready to be tried."""
    by_place: dict[str, list[Guard]] = {"digit": [], "line": []}
    marks: dict[str, list[Guard]] = {}
    words: dict[str, list[tuple[str, Guard]]] = {}
    for rank, row in enumerate(table_rows("guards.tsv")):
        guard = Guard(rank, row["rule"], R(row["reason"]), _pattern(row))
        if row["at"] == "word":
            for stem in row["trigger"].split(";"):
                words.setdefault(stem[:STEM], []).append((stem, guard))
        elif row["at"] == "mark":
            for mark in row["trigger"]:
                marks.setdefault(mark, []).append(guard)
        else:
            by_place[row["at"]].append(guard)
    return GuardTable(
        tuple(by_place["digit"]),
        _any_of(by_place["digit"]),
        tuple(by_place["line"]),
        {mark: tuple(guards) for mark, guards in marks.items()},
        {key: tuple(entries) for key, entries in words.items()},
    )


def _any_of(guards: Iterable[Guard]) -> re.Pattern[str]:
    """One pattern that matches where any of the guards does; those that look back alike look once."""
    by_look: dict[str, list[str]] = {}
    for guard in guards:
        pattern = guard.pattern.source
        look = _LOOK_BACK.match(pattern)
        end = look.end() if look is not None else 0
        case = "i" if guard.pattern.flags & re.IGNORECASE else "-i"
        by_look.setdefault(pattern[:end], []).append(f"(?{case}:{pattern[end:]})")
    return re.compile("|".join(f"{look}(?:{'|'.join(parts)})" for look, parts in by_look.items()))


def _pattern(row: dict[str, str]) -> LatePattern:
    pattern = _ONE_SPACE.sub(lambda match: match["kept"] or r"\s{1,2}", row["pattern"])
    return LatePattern(pattern, re.IGNORECASE if row["case"] == "any" else re.NOFLAG)
