"""Units recognised by their surface form at a place in a raw text.

Belongs here: the longest form of the table that starts at a place. Does not belong here: the table
(`unit_form_table`), spelling variants (`unit_spelling`), where a form ends (`unit_ends`), what a unit means
and how units combine (`units`).
"""

import functools
from collections.abc import Iterator

from extractors.records import record
from extractors.units.unit_ends import is_bounded, with_dot
from extractors.units.unit_form_table import Form, load_forms
from extractors.units.unit_spelling import atoms_from, form_key

_SIGNS = frozenset("%‰°º℃$€₽£¥₸₼֏₾₺₴₪₩₹฿₫₮")


@record
class FormMatch:
    """A form found in a text; `end` is exclusive and takes in the dot of an abbreviation."""

    form: Form
    start: int
    end: int


@record
class _Index:
    exact: dict[str, Form]
    any_case: dict[str, Form]
    prefixes: frozenset[str]


def match_form(text: str, position: int, role: str) -> FormMatch | None:
    """Return the longest form of a role that starts exactly at a position.

    Args:
        text: The raw text.
        position: Where the form must start.
        role: `unit` or `per_noun`.

    Returns:
        The match, or None when no form starts there or the word goes on after it.
    """
    first = text[position : position + 1]
    if not first.isalpha() and first not in _SIGNS:
        return None
    index = _indexes()[role]
    best: FormMatch | None = None
    key = ""
    for atom, atom_start, end in atoms_from(text, position):
        key = f"{key} {atom}" if key else atom
        folded = key.casefold()
        if folded not in index.prefixes:
            break
        form = index.exact.get(key) or index.any_case.get(folded)
        if form is not None and is_bounded(text, atom_start, end):
            best = FormMatch(form, position, with_dot(text, end, form))
    return best


@functools.cache
def _indexes() -> dict[str, _Index]:
    tables: dict[str, tuple[dict[str, Form], dict[str, Form], set[str]]] = {}
    for form in load_forms():
        exact, any_case, prefixes = tables.setdefault(form.role, ({}, {}, set()))
        for key in _spellings(form_key(form.text)):
            if form.exact:
                exact.setdefault(key, form)
                if key[-1].isdigit():  # "М3" in a heading of capitals
                    exact.setdefault(key.upper(), form)
            else:
                any_case.setdefault(key.casefold(), form)
            atoms = key.casefold().split(" ")
            prefixes.update(" ".join(atoms[: count + 1]) for count in range(len(atoms)))
    return {
        role: _Index(exact, folded, frozenset(prefixes)) for role, (exact, folded, prefixes) in tables.items()
    }


def _spellings(key: str) -> Iterator[str]:
    """A key, and for "кВт - ч" also "кВт ч": writers drop the sign."""
    yield key
    if " - " in key:
        yield key.replace(" - ", " ")
