"""The case that the preposition of a slice asks for: "цены на огурцы – на 8,7%, капусту – на 6%".

Belongs here: which cases a noun may stand in that goes on with a slice. Does not belong here: what the slice
is of (`subject_slices`, `subject_carried`).
"""

from collections.abc import Sequence

from extractors.lexicon.readings import readings

_CASES = ("Acc", "Loc")
_GOVERNED = {"по": ("Dat",), "от": ("Gen",), "из": ("Gen",), "для": ("Gen",), "без": ("Gen",), "у": ("Gen",)}
_GOVERNED |= {"с": ("Ins",), "через": ("Acc",), "под": ("Ins",)}


def cases_of(adjunct: str) -> Sequence[str]:
    """The cases that a slice may stand in: of those of its preposition, the ones that its noun shows."""
    opening, *rest = adjunct.split() or [""]
    governed = _GOVERNED.get(opening, _CASES) if opening else ()
    for word in rest:
        shown = {reading.case for reading in readings(word) if reading.pos == "NOUN"}
        if shown:
            return [case for case in governed if case in shown] or governed
    return governed
