"""Generate `unit_forms.tsv`, the surface forms of units and of counted denominators.

    python -m extractors.data.make_unit_forms > extractors/data/unit_forms.tsv

Belongs here: how a lexicon row becomes surface forms. Does not belong here: the lexicon
(`units.tsv`, `per_nouns.tsv`) and declension (`extractors.data.inflection`). A contract
test fails when the committed table is not what this prints.
"""

import csv
import sys
from collections.abc import Iterator

from extractors.data.inflection import FIXED, phrase_forms
from extractors.data_tables import table_rows
from extractors.units.unit_form_table import COLUMNS, Form
from extractors.units.unit_spelling import form_key

SAME_FORM_MARK = "~"
"""In the `ambiguous` column: every form of this lemma."""
MEASURED_KINDS = ("money", "quantity")
"""Kinds of unit that a number may be stated per: "за тонну", but not "на процент"."""


def split(cell: str) -> list[str]:
    """Split a `;`-separated cell."""
    return [part for part in cell.split(";") if part]


def unit_forms() -> Iterator[Form]:
    """Yield the forms of every unit, in table order."""
    for row in table_rows("units.tsv"):
        ambiguous = set(split(row["ambiguous"]))
        is_measured_in = row["kind"] in MEASURED_KINDS
        yield from _forms("unit", row, ambiguous, ("на", "за") if is_measured_in else ())


def per_noun_forms() -> Iterator[Form]:
    """Yield the forms of every noun that a number may be stated per."""
    for row in table_rows("per_nouns.tsv"):
        yield from _forms("per_noun", row, set(), tuple(split(row["alone_after"])))


def _forms(
    role: str, row: dict[str, str], ambiguous: set[str], alone_after: tuple[str, ...]
) -> Iterator[Form]:
    every = "*" in ambiguous
    for lemma in split(row["lemmas"]):
        whole_lemma = every or SAME_FORM_MARK + lemma.removeprefix(FIXED) in ambiguous
        for form in phrase_forms(lemma):
            yield Form(
                form.text,
                role,
                row["code"],
                exact=_is_exact(lemma.split()[-1]),
                abbreviation=False,
                alone_after=alone_after if (form.case, form.number) == ("accs", "sing") else (),
                ambiguous=whole_lemma or form.text in ambiguous,
            )
    for text in split(row["abbreviations"]):
        yield Form(
            text,
            role,
            row["code"],
            exact=_is_exact(text),
            abbreviation=True,
            alone_after=alone_after,
            ambiguous=every or text in ambiguous,
        )


def _is_exact(text: str) -> bool:
    """Whether the letter case decides: single letters, and pairs with a capital (В, Вт, МЕ)."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) == 1:
        return len(text) < 3
    return len(letters) == 2 and text != text.lower()


def merged(forms: Iterator[Form]) -> list[Form]:
    """Keep one row for each (role, key, case); the first lexicon row wins, and says whether it is safe."""
    rows: dict[tuple[str, str, bool], Form] = {}
    for form in forms:
        place = (form.role, form_key(form.text) if form.exact else form_key(form.text).casefold(), form.exact)
        known = rows.get(place)
        if known is None:
            rows[place] = form
        elif known.code != form.code:
            raise ValueError(
                f"unit form {form.text!r} belongs to {known.code} and {form.code}: drop one in the lexicon"
            )
        elif form.alone_after and not known.alone_after:
            rows[place] = form
    return sorted(rows.values(), key=lambda form: (form.role, form.code, form.text))


def main() -> None:
    """Write the table to standard output."""
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    out.writerow(COLUMNS)
    for form in [*merged(unit_forms()), *merged(per_noun_forms())]:
        out.writerow(form.as_row())


if __name__ == "__main__":
    main()
