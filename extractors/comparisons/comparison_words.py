"""The words that open, name and end the base of a comparison, read from `data/comparison_words.tsv`.

Belongs here: the classes of that table and the patterns made of them. Does not belong here: the words
themselves (the table) and the reading of a base (`bases`).
"""

import re

from extractors.data_tables import table_rows
from extractors.text.raw_words import opening_stems

_I = re.IGNORECASE
_ROWS = table_rows("comparison_words.tsv")


def _any(*classes: str) -> str:
    """The alternatives of some classes of the table, as one group."""
    return "(?:" + "|".join(row["pattern"] for row in _ROWS if row["class"] in classes) + ")"


OPENERS = re.compile(
    rf"(?<![\w-])(?:(?:(?P<sure>{_any('sure')})|(?P<than>{_any('than')}(?!\s+(?:чем|по|в\s+срав|относительно)(?!\w)))|(?P<to>{_any('to')}))\s+"
    rf"|(?P<done>{_any('done')})(?:\s+[^\W\d_]+)?\s+(?:пере|недо)?(?:выполнен|исполнен|превышен)\w*)",
    _I,
)
"""What opens a base; the name of the group says how: `sure` of itself, `than` behind a comparative,
`to` only where words that compare surround it, `done` names the base itself ("план перевыполнен")."""
OPENER_STEMS = opening_stems(
    row["pattern"] for row in _ROWS if row["class"] in ("sure", "than", "to", "done")
)
"""How the words begin that open a base."""
COMPARES = re.compile(_any("compares"), _I)
"""How a base that names its time by comparing begins ("аналогичный", "тот же")."""
MARKS = re.compile(
    rf"(?:{_any('mark_attribute')}\s+)*(?:(?P<mark>{_any('mark_adjective')})\w+(?!\w|\s+{_any('outturn')})"
    rf"|{_any('mark_noun')}(?:а|у|ом|е|ы|ой|и|ю|ем|ям|ях|ами|ами)?(?!\w)"
    r"|целев\w+\s+(?:показател|уров|значени)\w*)",
    _I,
)
"""A plan, forecast or norm; `mark` where only an attribute names it ("запланированного")."""
MARK_NAMES = {row["pattern"]: row["name"] for row in _ROWS if row["class"] == "mark_adjective"}
"""The noun that such an attribute stands for."""
ADVERBS = re.compile(_any("adverb") + r"(?!\w)", _I)
"""Bases that are adverbs ("годом ранее")."""
PLANNED = re.compile(rf"(?:было\s+)?{_any('planned')}\w+", _I)
"""A clause that stands for the plan ("чем планировалось")."""
LEVEL = re.compile(rf"{_any('level')}\s+(?:(?:за|в)\s+)?", _I)
"""Nouns that only say that the base has a value ("к уровню 2007 года")."""
TIME_NOUN = re.compile(_any("time_noun"))
"""Stems of nouns of which a comparing attribute makes a base."""
STOP = re.compile(rf"\s+{_any('stop')}(?!\w)", _I)
"""Words at which the phrase of a base ends."""
RATE = re.compile(rf"{_any('rate')}\s*(?:[^\W\d_]+,?\s+){{0,5}}$", _I)
"""A share, a multiple or a word of change, with a few words to the end of the stretch."""
