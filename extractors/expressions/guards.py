"""Numbers that state no fact by their own shape: names, identifiers, contacts, clock times, ages.

Belongs here: trying the patterns of the table where a text can start one. Does not belong here: the table
(`guard_table`), what is glued behind a number (`glued_behind`), calendar times (`times`), lengths of time
and loose numbers (`durations`, `loose`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from extractors.expressions.contacts import address_spans
from extractors.expressions.guard_table import Guard, load_guards
from extractors.expressions.hyphened_counts import counts_behind_hyphen
from extractors.expressions.quoted_names import quoted_name_spans
from extractors.lexicon.counted_nouns import agrees_behind, counts_what_follows
from extractors.model import RejectionReason as R
from extractors.records import record
from extractors.text.raw_words import STEM, RawWords

_HYPHENED, _LABEL = "hyphen_name", "label"
_LINE = re.compile(r"^(?=[ \t\u00a0]*\d)", re.MULTILINE)
# What names a thing by its number is no such thing where the number counts or measures something.
_LABELLED = frozenset({R.IDENTIFIER, R.CONTACT})
_MEASURED = re.compile(
    r"[ \u00a0\u202f]{0,2}(?:%|(?:тыс|тысяч\w*|млн|млрд|трлн|миллион\w*|миллиард\w*|процент\w*|"
    r"тенге|тг|руб|рубл\w+|долл\w*|евро|сом(?:а|ов)?|км|кв|га|кг|тонн\w?|МВт|кВт|куб|лет|человек|чел|мест|"
    r"квартир|дом(?:а|ов)|штук|единиц|район(?:а|ов)|школ[ыае]?|семей|магазин\w*|дерев\w+|студент(?:а|ов)|учащихся|жител(?:я|ей)|детей|объект(?:а|ов)|проект(?:а|ов)|"
    r"предприяти[яй]|участник(?:а|ов)|специалист(?:а|ов)|сотрудник(?:а|ов)|работник(?:а|ов)|компани[йи]|"
    r"организаци[йи]|видов|пар)(?!\w))",
    re.IGNORECASE,
)
_LARGE = re.compile(r"(?<![\w.,/-])[1-9]\d{2,}$")
_MOST_DIGITS = 8


@record
class GuardedSpan:
    """A stretch of text whose numbers are no facts."""

    start: int
    end: int
    reason: R
    rule: str


def find_guarded_spans(text: str, words: RawWords, digits: Sequence[int]) -> list[GuardedSpan]:
    """All stretches whose numbers are no facts by their own shape, in order of priority.

    Args:
        text: The raw text.
        words: Its words (`raw_words`).
        digits: Where its numbers in digits start.
    """
    ranked = [*_at_words(text, words), *_at_digits(text, digits), *_at_marks(text), *_at_lines(text)]
    ranked.sort(key=lambda pair: pair[0])
    contacts = [GuardedSpan(start, end, R.CONTACT, "url") for start, end in address_spans(text)]
    quoted = [GuardedSpan(start, end, R.NAME, "quoted_name") for start, end in quoted_name_spans(text)]
    return [*contacts, *(span for _, span in ranked), *quoted]


Ranked = tuple[int, GuardedSpan]


def _tried(text: str, start: int, guards: Iterable[Guard]) -> Iterator[Ranked]:
    for guard in guards:
        match = guard.pattern.match(text, start)
        if match is None or match.end() == start:
            continue
        end = match.end()
        if guard.reason not in _LABELLED or not (_measures(text, end) or _counts(text, guard, end)):
            yield guard.rank, GuardedSpan(start, end, guard.reason, guard.rule)


def _measures(text: str, end: int) -> bool:
    """Whether the last number of a match goes on or counts something: "зал 500 мест", "глава 12 районов"."""
    if not text[end - 1].isdigit():
        return False
    return text[end : end + 1].isdigit() or _MEASURED.match(text, end) is not None


def _counts(text: str, guard: Guard, end: int) -> bool:
    """As in "учится по заочной форме 640 педагогов": so many of what follows, not the number of a label."""
    number = _LARGE.search(text, max(0, end - _MOST_DIGITS), end) if guard.rule == _LABEL else None
    if number is None:
        return False
    value = Decimal(number[0])
    return counts_what_follows(text, end, value) and agrees_behind(text, end, value)


def _at_words(text: str, words: RawWords) -> Iterator[Ranked]:
    table = load_guards().word
    for start, form in words.starting(table.keys()):
        if not text[start - 1 : start].isalnum():
            entries = table[form[:STEM]]
            yield from _tried(text, start, (guard for stem, guard in entries if form.startswith(stem)))


def _at_digits(text: str, digits: Sequence[int]) -> Iterator[Ranked]:
    table = load_guards()
    for start in digits:
        if table.any_digit.match(text, start) is None:
            continue
        tried = ((guard, guard.pattern.match(text, start)) for guard in table.digit)
        guard, match = next((guard, match) for guard, match in tried if match is not None)
        if match.end() > start and not (guard.rule == _HYPHENED and counts_behind_hyphen(text, start)):
            yield guard.rank, GuardedSpan(start, match.end(), guard.reason, guard.rule)


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(load_guards().mark)) + "]")


def _at_marks(text: str) -> Iterator[Ranked]:
    table = load_guards().mark
    for match in _mark_pattern().finditer(text):
        yield from _tried(text, match.start(), table[match[0]])


def _at_lines(text: str) -> Iterator[Ranked]:
    guards = load_guards().line
    for match in _LINE.finditer(text):
        yield from _tried(text, match.start(), guards)
