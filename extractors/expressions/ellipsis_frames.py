"""How two numbers of one text stand to each other, read off the raw text between and around them.

Belongs here: the frame of a number (preposition, dash, bracket) and what separates it from another.
Does not belong here: what a number takes over (`unit_ellipsis`) and what it is about (`ellipsis_labels`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.lexicon.readings import readings

_I = re.IGNORECASE
SOFT = (
    r"(?:(?:всего|лишь|только|около|более|менее|почти|порядка|примерно|свыше|чуть|уже|ещё|еще|даже|целых|чем|не|минус|"
    r"больше|меньше|сразу|пока|и)\s+){0,3}"
)
"""Words that soften a number and may stand between it and what it hangs on."""
_SENTENCE_BREAK = re.compile(r"[.!?…][»\")]?\s+[«\"(–—-]?\s?[А-ЯЁA-ZӘҚҮҰІ]")
_NEW_SENTENCE = re.compile(r"\s+[«\"(–—-]?\s?[А-ЯЁA-ZӘҚҮҰІ]")
_ITEM = re.compile(r"(?:[-–—•*]|\d{1,2}[.)])\s")
_DASH_BEFORE = re.compile(rf"[–—-]\s+(?:(?:в|на|до|по|с|от)\s+)?{SOFT}$", _I)
_NOUN_AND_DASH = re.compile(rf"(?P<word>[^\W\d_]+)\s+[–—-]\s+{SOFT}$", _I)
_DASH_AFTER = re.compile(r"\s+[–—-]\s")
_PREPOSITION = re.compile(rf"(?<!\w)(?P<word>в|на|до|по|под|за|с|со|от|к)\s+{SOFT}$", _I)
_AFTER_WORD = re.compile(r"(?:\s+[–—-])?\s+(?P<word>[^\W\d_]+)")
_CLOSED = re.compile(
    r"\s*(?:[.,;:)–—]|$|(?:при|против|вместо)\s(?:норме|плане|потребности|прогнозе|лимите|\d))"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_decimal(expression: Expression) -> bool:
    """Whether a number without a scale has a fraction: it cannot count things."""
    value = expression.value
    return value is not None and not expression.scaled and value != int(value)


def crosses_sentence(text: str, first_end: int, second_start: int) -> bool:
    """Whether a sentence ends between two numbers; the dot of an abbreviation before a capital ends one."""
    if text[first_end - 1] == "." and _NEW_SENTENCE.match(text, first_end, second_start):
        return True
    return _SENTENCE_BREAK.search(text, first_end, second_start) is not None


def same_stretch(text: str, first: Expression, second: Expression) -> bool:
    """Whether two numbers stand in one paragraph, or in items of one list with a dash before the second."""
    gap = text[first.end : second.start]
    if "\n" not in gap:
        return True
    lines = gap.split("\n")
    own = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    are_items = all(_ITEM.match(line) for line in (own, *lines[1:]) if line)
    return are_items and has_dash_before(text, second)


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


def fills_bracket(text: str, expression: Expression) -> bool:
    """Whether the number is all that stands in its bracket ("Жамбылская (68)")."""
    return text[expression.start - 1 : expression.start] == "(" and text.startswith(")", expression.end)


def has_genitive_label(text: str, expression: Expression) -> bool:
    """As in "мужчин – 55": a noun in the genitive, a dash and the number."""
    match = _NOUN_AND_DASH.search(text, max(0, expression.start - 40), expression.start)
    found = readings(match["word"]) if match else ()
    return any(reading.pos == "NOUN" and reading.case == "Gen" for reading in found[:2])


def has_dash_before(text: str, expression: Expression) -> bool:
    """As in "рапса – 96 тыс.": a dash leads to the number."""
    return _DASH_BEFORE.search(text, max(0, expression.start - 40), expression.start) is not None


def has_dash_after(text: str, expression: Expression) -> bool:
    """As in "150 – за второе": a dash leads away from the number."""
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
