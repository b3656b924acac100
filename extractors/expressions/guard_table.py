"""The table of patterns whose numbers state no fact, ready to be tried.

Belongs here: reading `data/guards.tsv`, compiling its patterns and sorting them by what starts a match.
Does not belong here: trying them in a text (`guards`).
"""

import re
from collections.abc import Iterable
from functools import cache

from extractors.data_tables import table_rows
from extractors.model import RejectionReason as R
from extractors.records import record

# Words are looked up by this many first letters.
STEM_KEY = 3

# A space of a pattern may be doubled in a text; not in a class or a look-behind, whose length is fixed.
_ONE_SPACE = re.compile(
    r"(?P<kept>\[(?:\\.|[^\]])*\]|\(\?<[=!](?:\[(?:\\.|[^\]])*\]|[^()\[])*\)|\\\\)|\\s(?![?*+{])"
)


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
    pattern: re.Pattern[str]


@record
class GuardTable:
    """The table by what starts a match: a digit, a mark, the start of a line or a word's stem.

    Attributes:
        digit: All guards that start at a digit, as one pattern.
        ranked: Every guard at its rank.
        line: Guards that start with a line.
        mark: Guards by the character they start with.
        word: Guards by the first letters of the word they start with, each with its whole stem.
    """

    digit: re.Pattern[str]
    ranked: tuple[Guard, ...]
    line: tuple[Guard, ...]
    mark: dict[str, tuple[Guard, ...]]
    word: dict[str, tuple[tuple[str, Guard], ...]]


@cache
def load_guards() -> GuardTable:
    """The table, ready to be tried."""
    by_place: dict[str, list[Guard]] = {"digit": [], "line": []}
    ranked: list[Guard] = []
    marks: dict[str, list[Guard]] = {}
    words: dict[str, list[tuple[str, Guard]]] = {}
    for rank, row in enumerate(table_rows("guards.tsv")):
        guard = Guard(rank, row["rule"], R(row["reason"]), _compiled(row))
        ranked.append(guard)
        if row["at"] == "word":
            for stem in row["trigger"].split(";"):
                words.setdefault(stem[:STEM_KEY], []).append((stem, guard))
        elif row["at"] == "mark":
            for mark in row["trigger"]:
                marks.setdefault(mark, []).append(guard)
        else:
            by_place[row["at"]].append(guard)
    return GuardTable(
        _combined(by_place["digit"]),
        tuple(ranked),
        tuple(by_place["line"]),
        {mark: tuple(guards) for mark, guards in marks.items()},
        {key: tuple(entries) for key, entries in words.items()},
    )


def _combined(guards: Iterable[Guard]) -> re.Pattern[str]:
    """One pattern for all guards that start at a digit; the name of its group tells which one matched."""
    parts = []
    for guard in guards:
        case = "i" if guard.pattern.flags & re.IGNORECASE else "-i"
        parts.append(f"(?P<g{guard.rank}>(?{case}:{guard.pattern.pattern}))")
    return re.compile("|".join(parts))


def _compiled(row: dict[str, str]) -> re.Pattern[str]:
    pattern = _ONE_SPACE.sub(lambda match: match["kept"] or r"\s{1,2}", row["pattern"])
    return re.compile(pattern, re.IGNORECASE if row["case"] == "any" else re.NOFLAG)
