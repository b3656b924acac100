"""Counts behind a hyphen that stands for a dash: "врачами-29, медсёстрами-27", "в сёлах-13,8 процента".

Belongs here: telling such a count from the number of a name ("АИ-92", "Спутник-1"). Does not belong
here: names with numbers (`data/guards.tsv`) and what is counted (`subjects`).
"""

import re

_WORD = re.compile(r"(?<![\w-])(?P<word>[А-ЯЁа-яё][а-яё]{3,})[-‑]$")
_NUMBER = r"\d+(?:[.,]\d+)?"
_MEASURED = re.compile(
    rf"(?:\d+[.,]\d+(?![\d.,-])|{_NUMBER}\s?(?:%|процент|промилл|тысяч|миллион|миллиард|(?:тыс|млн|млрд|тенге|тг|руб|тонн\w?|"
    r"чел|человек|га|км|кг|шт|ед)(?!\w)))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_NEXT = re.compile(
    rf"{_NUMBER}(?:\s?%)?(?:\s[а-яё]{{1,12}}\.?)?(?:[,;]|\sи)\s(?P<item>[^\W\d_]+(?:\s[^\W\d_]+){{0,4}})[-‑](?=\d)"
)
_BEFORE = re.compile(
    rf"(?P<item>[^\W\d_]+)[-‑]{_NUMBER}(?:\s?%)?(?:\s[а-яё]{{1,12}}\.?)?(?:[,;]|\sи)\s(?:[^\W\d_]+\s){{0,4}}[^\W\d_]+[-‑]$"
)
_INCLUDED = re.compile(
    r"(?:в\s?т\.?\s?ч\.|в\sтом\sчисле|включая|из\sних)[:,]?\s(?:[^\W\d_]+\s){0,3}[^\W\d_]+[-‑]$"
)
_REACH, _LONG_WORD = 80, 34


def counts_behind_hyphen(text: str, start: int) -> bool:
    """Whether the number at `start`, right behind a word and a hyphen, is the word's count.

    A word in lower case does where a measure or a fraction follows, behind "в том числе", or beside
    another such pair; a name with a capital only in a list of three.
    """
    led = _WORD.search(text, max(0, start - _LONG_WORD), start)
    if led is None or _YEAR.match(text, start):
        return False
    low = max(0, start - _REACH)
    is_common = led["word"][0].islower()
    if is_common and (_MEASURED.match(text, start) or _INCLUDED.search(text, low, start)):
        return True
    return _neighbours(text, start, led["word"]) >= (1 if is_common else 2)


def _neighbours(text: str, start: int, word: str) -> int:
    """How many pairs of other words with their counts stand beside this one, two on a side at most."""
    found = 0
    following = _NEXT.match(text, start)
    if following is not None and not following["item"].endswith(word):
        found += 1
        again = _NEXT.match(text, following.end())
        found += again is not None
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None and before["item"] != word:
        found += 1
        again = _BEFORE.search(text, max(0, before.end("item") + 1 - _REACH), before.end("item") + 1)
        found += again is not None
    return found
