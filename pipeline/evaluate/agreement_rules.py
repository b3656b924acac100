"""When two accounts of one number agree, slot by slot.

Belongs here: the rule of each slot and which slots the core and strict measures ask for. Does not
belong here: which facts are compared (`alignment`) and counting (`figures`).
"""

from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

import pymorphy3

from pipeline.evaluate.statement import Statement

SLOTS: Final = (
    "value_max",
    "qualifier",
    "kind",
    "unit",
    "per",
    "subject_head",
    "subject",
    "measure",
    "direction",
    "period",
    "modality",
    "place",
    "part_of",
)
CORE_SLOTS: Final = frozenset({"value_max", "qualifier", "kind", "unit"})
STRICT_SLOTS: Final = CORE_SLOTS | {"subject_head", "measure", "direction", "modality", "period"}
# Share of common words from which two subjects are the same (Dice coefficient).
SUBJECT_OVERLAP: Final = 0.6
_RELATIVE_TOLERANCE = Decimal("0.00001")
# "доля населения" and "население" name one indicator when the fact is a percentage.
_SHARE_WORDS = frozenset({"доля", "процент", "часть"})


def values_agree(found: Decimal | None, stated: Decimal | None) -> bool:
    """Whether two values are the same up to rounding of a repeating decimal."""
    if found is None or stated is None:
        return found is stated
    return abs(found - stated) <= abs(stated) * _RELATIVE_TOLERANCE


def wrong_slots(
    found: Statement, stated: Statement, *, found_whole: int | None, open_period: bool = True
) -> frozenset[str]:
    """Names of the slots in which a found statement differs from the stated one.

    Args:
        found: What was found.
        stated: What the annotation says.
        found_whole: The stated counterpart of the whole that `found` is a part of.
        open_period: Whether a period that the annotation does not state agrees with any.
    """
    same = {
        "value_max": values_agree(found.value_max, stated.value_max),
        "qualifier": found.qualifier == stated.qualifier,
        "kind": found.kind == stated.kind,
        "unit": (found.unit or None) == (stated.unit or None),
        "per": _compact(found.per) == _compact(stated.per),
        "subject_head": _heads_agree(found, stated),
        "subject": _subjects_agree(found.subject, stated.subject),
        "measure": found.measure == stated.measure,
        "direction": found.direction == stated.direction,
        "period": found.period == stated.period or (open_period and stated.period is None),
        "modality": found.modality == stated.modality,
        "place": _compact(found.place) == _compact(stated.place),
        "part_of": found_whole == stated.part_of,
    }
    return frozenset(slot for slot, agrees in same.items() if not agrees)


def _heads_agree(found: Statement, stated: Statement) -> bool:
    """Whether the heads are one word, or each stands in the other phrase: which leads is then taste."""
    found_head, stated_head = _lemma(_plain(found.subject_head)), _lemma(_plain(stated.subject_head))
    if found_head == stated_head:
        return True
    found_words, stated_words = _words(found.subject), _words(stated.subject)
    if stated_head in found_words and found_head in stated_words:
        return True
    return stated.kind == "percent" and (
        (stated_head in _SHARE_WORDS and found_head in stated_words)
        or (found_head in _SHARE_WORDS and stated_head in found_words)
    )


def _subjects_agree(found: str, stated: str) -> bool:
    found_words, stated_words = _words(found), _words(stated)
    if not found_words or not stated_words:
        return False
    common = len(found_words & stated_words)
    return 2 * common / (len(found_words) + len(stated_words)) >= SUBJECT_OVERLAP


def _plain(words: str) -> str:
    return words.casefold().replace("ё", "е").strip(' «»"')


def _compact(words: str | None) -> str:
    return _plain(words or "").replace(" ", "")


@lru_cache(maxsize=50_000)
def _words(phrase: str) -> frozenset[str]:
    """Lemmas of a phrase, its quotation marks and hyphens opened."""
    bare = _plain(phrase).replace("«", "").replace("»", "").replace("-", " ")
    return frozenset(_lemma(word) for word in bare.split())


@lru_cache(maxsize=50_000)
def _lemma(word: str) -> str:
    return str(_analyzer().parse(word)[0].normal_form).replace("ё", "е")


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()
