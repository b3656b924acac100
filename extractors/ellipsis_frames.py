"""How two numbers of one text stand to each other, read off the raw text between and around them.

Belongs here: the frame of a number (preposition, dash, label) and what separates it from another.
Does not belong here: deciding what a bare number takes over (`unit_ellipsis`).
"""

import re

from extractors.expression import Expression
from extractors.morphology import Reading, readings

_I = re.IGNORECASE
_SENTENCE_BREAK = re.compile(r"[.!?…][»\")]?\s+[«\"(–—-]?\s?[А-ЯЁA-ZӘҚҮҰІ]")
_NEW_SENTENCE = re.compile(r"\s+[«\"(–—-]?\s?[А-ЯЁA-ZӘҚҮҰІ]")
_SOFT = (
    r"(?:(?:всего|лишь|только|около|более|менее|почти|порядка|примерно|свыше|чуть|уже|ещё|еще|даже|целых|чем|не|минус|"
    r"больше|меньше)\s+){0,3}"
)
_DASH_BEFORE = re.compile(rf"[–—-]\s+(?:(?:в|на|до|по|с|от)\s+)?{_SOFT}$", _I)
_DASH_AFTER = re.compile(r"\s+[–—-]\s")
_PREPOSITION = re.compile(rf"(?<!\w)(?P<word>в|на|до|по|за|с|со|от|к)\s+{_SOFT}$", _I)
_AFTER_WORD = re.compile(r"(?:\s+[–—-])?\s+(?P<word>[^\W\d_]+)")
_CLOSED = re.compile(r"\s*(?:[.,;:)–—]|$)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_START = re.compile(r"[.,;:(\n]|\s[–—]\s(?=[^–—]*[–—]\s)")
_COUNTING_LABEL = re.compile(
    r"(?<!\w)(?:числ[оа]|числом|количеств\w+|численност\w+|контингент\w*|тираж\w*)(?!\w)", _I
)
_WINDOW = 90


def crosses_sentence(text: str, first_end: int, second_start: int) -> bool:
    """Whether a sentence ends between two numbers; the dot of an abbreviation before a capital ends one."""
    if text[first_end - 1] == "." and _NEW_SENTENCE.match(text, first_end, second_start):
        return True
    return _SENTENCE_BREAK.search(text, first_end, second_start) is not None


def is_bracketed_apart(text: str, first_end: int, second_start: int) -> bool:
    """Whether the first number stands in a bracket that closes before the second."""
    depth = 0
    for character in text[first_end:second_start]:
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth < 0:
                return True
    return False


def has_dash_before(text: str, expression: Expression) -> bool:
    """ "рапса – 96 тыс.": a dash leads to the number."""
    return _DASH_BEFORE.search(text, max(0, expression.start - 40), expression.start) is not None


def has_dash_after(text: str, expression: Expression) -> bool:
    """ "150 – за второе": a dash leads away from the number."""
    return _DASH_AFTER.match(text, expression.per_end) is not None


def preposition(text: str, expression: Expression) -> str:
    """The preposition that the number hangs on, softening words skipped; "" without one."""
    match = _PREPOSITION.search(text, max(0, expression.start - 40), expression.start)
    return match["word"].lower() if match else ""


def word_after(text: str, expression: Expression) -> str:
    """The word behind the number and a dash, in lower case."""
    match = _AFTER_WORD.match(text, expression.per_end)
    return match["word"].lower() if match else ""


def is_closed(text: str, expression: Expression) -> bool:
    """Whether nothing that could be counted follows: a mark, a dash or the end."""
    return _CLOSED.match(text, expression.per_end) is not None


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb, a short participle or the like."""
    return any(
        found and found[0].pos == "VERB"
        for found in (readings(w[0]) for w in _WORD.finditer(text, start, end))
    )


def label_words(text: str, expression: Expression, floor: int) -> list[str]:
    """The words of the clause before a number, from `floor` or the last mark on."""
    start = max(floor, expression.start - _WINDOW)
    marks = list(_CLAUSE_START.finditer(text, start, expression.start))
    if marks:
        start = marks[-1].end()
    return [match[0] for match in _WORD.finditer(text, start, expression.start)]


def is_count_label(text: str, expression: Expression, floor: int) -> bool:
    """Whether the clause before a number names things that are counted ("процедурных нарушений – 1 208").

    A genitive plural at its start does, and so does "число". In thousands of millions only people and the
    like are counted that way: "доходов поступило 5 млрд" is money.
    """
    words = label_words(text, expression, floor)
    if any(_COUNTING_LABEL.fullmatch(word) for word in words):
        return True
    needs_people = expression.scale >= 1_000_000 or _is_decimal(expression)
    for word in words:
        found = readings(word)
        if not found or found[0].pos == "ADP":
            return False
        noun = _noun(found)
        if noun is None:
            if found[0].pos in ("ADJ", "NUM", "CCONJ", "PART", "ADV"):
                continue
            return False
        is_counted = (
            noun.case == "Gen" and noun.number == "Plur" or (noun.is_animate and noun.number == "Plur")
        )
        return is_counted and (noun.is_animate or not needs_people)
    return False


def _noun(found: tuple[Reading, ...]) -> Reading | None:
    nouns = [reading for reading in found if reading.pos == "NOUN"]
    if not nouns or (found[0].pos != "NOUN" and nouns[0].score < 0.3):
        return None
    plural = [reading for reading in nouns if (reading.case, reading.number) == ("Gen", "Plur")]
    return plural[0] if plural and plural[0].score >= 0.1 else nouns[0]


def _is_decimal(expression: Expression) -> bool:
    value = expression.value
    return value is not None and not expression.scaled and value != int(value)
