"""The surface forms of units, and how one is recognised at a place in a raw text.

Belongs here: the generated form table, the spelling variants that are not worth a row each
(odd spaces, dots, middle dots, superscripts, Latin look-alikes), and word boundaries. Does
not belong here: what a unit means and how units combine (`units`).
"""

import csv
import functools
import re
from collections.abc import Iterator
from importlib import resources

from extractors.records import record

COLUMNS = ("form", "role", "code", "exact_case", "abbreviation", "alone_after", "ambiguous")
SPACES = r"[ \t\u00a0\u2007\u2009\u202f]"

_ATOM = re.compile(r"[A-Za-zА-Яа-яЁёµμ]+|[0-9²³₂]|[^\w\s]|º")
_GAP = re.compile(SPACES + "{0,3}")
_SUPERSCRIPTS = str.maketrans("²³₂μº", "232µ°")
_PRODUCT_SIGNS = "·*×⋅∙•∗"
_POINTS = (".", ",")
_HYPHENS = "-‐‑"
_LATIN_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXacekmopxy", "АВСЕНКМОРТХасекморху")
_HAS_CYRILLIC = re.compile("[А-Яа-яЁё]")
_INITIALISM = re.compile(r"\.\s?[а-яё]\.|\.[А-Яа-яЁё]")
_CLOSES_ABBREVIATION = re.compile(SPACES + r"*(?:[a-zа-яё,;:)\]»–—-]|\Z)")
_SIGNS = frozenset("%‰°º℃$€₽£¥₸₼֏₾₺₴₪₩₹฿₫₮")
_TAILED_ATOMS = 9


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


def skip_spaces(text: str, position: int) -> int:
    """Return the first position from this one on that holds no space (a line break is none)."""
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def form_key(text: str) -> str:
    """Return a form's spelling without what writers vary: spaces, dots, ё, kinds of product sign."""
    return " ".join(_spelled(atom) for atom in _ATOM.findall(text) if atom != ".")


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
    for atom, atom_start, end in _atoms(text, position):
        key = f"{key} {atom}" if key else atom
        folded = key.casefold()
        if folded not in index.prefixes:
            break
        form = index.exact.get(key) or index.any_case.get(folded)
        if form is not None and _is_bounded(text, atom_start, end):
            best = FormMatch(form, position, _with_dot(text, end, form))
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


def _atoms(text: str, position: int) -> Iterator[tuple[str, int, int]]:
    """Words, digits and signs from a position on, with start and end, while they can be one expression."""
    end = position
    for _ in range(_TAILED_ATOMS):
        start = end
        if end > position:
            if text.startswith(".", end):
                end += 1
            start = skip_spaces(text, end)
        match = _ATOM.match(text, start)
        if match is None or not _continues(text, end, match, first=end == position):
            return
        end = match.end()
        yield _spelled(match.group()), start, end


def _continues(text: str, previous_end: int, match: re.Match[str], *, first: bool) -> bool:
    """Whether an atom may belong to the expression before it, judging by the space between."""
    if first:
        return True
    character = match.group()[0]
    is_apart = match.start() > previous_end
    follows_dot = text[previous_end - 1] == "."
    if character in _HYPHENS:
        return not is_apart and text[match.end() : match.end() + 1].isalpha()
    if character.isalpha():
        return not (is_apart and follows_dot and character.isupper() and len(match.group()) == 1)
    return character in "/%" or character in _PRODUCT_SIGNS or not is_apart


def _spelled(atom: str) -> str:
    """One atom without spelling variants: ё, superscripts, product signs, Latin look-alikes."""
    if atom in _PRODUCT_SIGNS or atom in _HYPHENS:
        return "-"
    plain = atom.replace("ё", "е").replace("Ё", "Е").translate(_SUPERSCRIPTS)
    return plain.translate(_LATIN_TO_CYRILLIC) if _HAS_CYRILLIC.search(plain) else plain


def _is_bounded(text: str, atom_start: int, end: int) -> bool:
    """Whether the last word of a form ends here ("т" does not in "тракторов", "т.е.", "т-образный")."""
    last = text[end - 1]
    following = text[end : end + 1]
    if last.isdecimal() and following in _POINTS and text[end + 1 : end + 2].isdecimal():
        return False  # "2м3,1": the digit begins the next number
    if not last.isalnum() or not following:
        return True
    if following.isalnum() or following == "_":
        return False
    length = end - atom_start if last.isalpha() else 0
    is_compound = following in _HYPHENS and text[end + 1 : end + 2].isalpha()
    if is_compound and 0 < length <= 2:
        return False
    return length != 1 or not _INITIALISM.match(text, end)


def _with_dot(text: str, end: int, form: Form) -> int:
    """Take in the dot of an abbreviation, unless it is more likely the end of the sentence."""
    is_sign = not text[end - 1].isalnum()  # "%" is no abbreviation
    if not form.abbreviation or is_sign or not text.startswith(".", end):
        return end
    is_dotted = form.text.endswith(".")
    return (
        end + 1 if is_dotted or (_CLOSES_ABBREVIATION.match(text, end + 1) and end + 1 < len(text)) else end
    )
