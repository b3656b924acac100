"""The generated table of surface forms of units and of things that a number is stated per.

Belongs here: reading `data/unit_forms.tsv`. Does not belong here: making it (`data.make_unit_forms`),
finding a form in a text (`unit_forms`), spelling variants (`unit_spelling`).
"""

import csv
from collections.abc import Iterator
from importlib import resources

from extractors.records import record

COLUMNS = ("form", "role", "code", "exact_case", "abbreviation", "alone_after", "ambiguous")


@record
class Form:
    """One surface form; a row of `unit_forms.tsv`.

    Attributes:
        text: The form as a writer prints it.
        role: `unit`, or `per_noun` for a thing that a number may be stated per.
        code: Code of the unit, or lemma of the noun.
        exact: Whether letter case decides (В is volt, в is a preposition).
        abbreviation: Whether it may end in a dot.
        alone_after: The prepositions after which it is a denominator without a number ("на гектар").
        ambiguous: Whether it is as often something else ("г." is a year).
    """

    text: str
    role: str
    code: str
    exact: bool
    abbreviation: bool
    alone_after: tuple[str, ...]
    ambiguous: bool

    def as_row(self) -> tuple[str, ...]:
        """Return the cells in the order of `COLUMNS`, flags as 1 and 0."""
        exact, abbreviation, ambiguous = (
            str(int(flag)) for flag in (self.exact, self.abbreviation, self.ambiguous)
        )
        return self.text, self.role, self.code, exact, abbreviation, ";".join(self.alone_after), ambiguous


def load_forms() -> Iterator[Form]:
    """Read the generated table, row by row."""
    table = resources.files("extractors.data").joinpath("unit_forms.tsv").read_text(encoding="utf-8")
    rows = csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(rows)) != COLUMNS:
        raise ValueError(
            "unit_forms.tsv has other columns than its reader: run extractors.data.make_unit_forms"
        )
    for text, role, code, exact, abbreviation, alone_after, ambiguous in rows:
        prepositions = tuple(filter(None, alone_after.split(";")))
        yield Form(text, role, code, exact == "1", abbreviation == "1", prepositions, ambiguous == "1")
