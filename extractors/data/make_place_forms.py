"""Generate `places_forms.tsv`, the case forms of every place name.

    python -m extractors.data.make_place_forms > extractors/data/places_forms.tsv

Belongs here: how a row of `places.tsv` becomes forms. Does not belong here: declension
(`extractors.data.declension`) and finding forms in a text (`places`). A contract
test fails when the committed table is not what this prints.
"""

import csv
import sys
from collections.abc import Iterator

from extractors.data.declension import attribute_forms, decline
from extractors.data_tables import table_rows
from extractors.places.place_index import FORM_COLUMNS, FormKind, FormRow, Guard

HEADS = ("область", "край", "округ", "район")
"""Nouns that follow an adjective in a name and are not repeated for each in a list."""
ONLY_THESE = "="
_REGION = "регион"


def place_forms() -> Iterator[FormRow]:
    """Yield the forms of every place and its aliases, in table order."""
    for row in table_rows("places.tsv"):
        yield from _name_forms(row["name"], row["name"], row["declension"], row["guard"])
        for alias in filter(None, row["aliases"].split(";")):
            written, _, guard = alias.partition("!")
            text, _, mark = written.partition(":")
            yield from _name_forms(row["name"], text, mark, guard)


def _name_forms(place: str, text: str, mark: str, guard: str) -> Iterator[FormRow]:
    words = text.split()
    if words[-1] in HEADS:
        for form in attribute_forms(words[:-1]):
            yield FormRow(form, place, FormKind.ATTRIBUTE, words[-1], Guard.NONE)
        if len(words) == 2 and text.endswith("ская область"):  # "в Тверском регионе"
            for form in attribute_forms([words[0].removesuffix("ая") + "ий"]):
                yield FormRow(form, place, FormKind.ATTRIBUTE, _REGION, Guard.NONE)
    elif words[0] in HEADS:
        yield FormRow(text.removeprefix(words[0]).strip(), place, FormKind.AFTER_HEAD, words[0], Guard.NONE)
    elif text.isupper():
        yield FormRow(text, place, FormKind.ACRONYM, "", Guard.NONE)
    else:
        guard_kind, _, guarded = guard.partition(ONLY_THESE)
        for form in decline(text, mark):
            applies = not guarded or form.lower() == guarded
            yield FormRow(form, place, FormKind.NAME, "", Guard(guard_kind) if applies else Guard.NONE)


def merged(forms: Iterator[FormRow]) -> list[FormRow]:
    """Drop repeated rows; one form of two places is refused, unless their heads tell them apart."""
    rows: dict[tuple[str, FormKind, str], FormRow] = {}
    for form in forms:
        known = rows.setdefault((form.text, form.kind, form.head), form)
        if known.place != form.place:
            raise ValueError(f"place form {form.text!r} is {known.place} and {form.place}: drop it from one")
    return list(rows.values())


def main() -> None:
    """Write the table to standard output."""
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    out.writerow(FORM_COLUMNS)
    out.writerows(form.as_row() for form in merged(place_forms()))


if __name__ == "__main__":
    main()
