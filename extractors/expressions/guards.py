"""Numbers that state no fact by their own shape: names, identifiers, contacts, clock times, ages.

Belongs here: trying the patterns of `data/guards.tsv` where a text can start one. Does not
belong here: calendar times (`times`), lengths of time and loose numbers (`durations`, `loose`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extractors.data_tables import table_rows
from extractors.expressions.contacts import address_spans
from extractors.expressions.hyphened_counts import counts_behind_hyphen
from extractors.model import RejectionReason as R
from extractors.records import record
from extractors.text.raw_words import RawWord


@record
class GuardedSpan:
    """A stretch of text whose numbers are no facts."""

    start: int
    end: int
    reason: R
    rule: str


@record
class _Guard:
    """One row of the table.

    Attributes:
        rank: Its place in the table; of two rows that claim a number the earlier one wins.
        rule: Name of the rule.
        reason: Why such a number is no fact.
        pattern: What must match where it starts.
    """

    rank: int
    rule: str
    reason: R
    pattern: re.Pattern[str]


@record
class _Guards:
    """The table by what starts a match: a digit, a mark, the start of a line or a word's stem.

    Attributes:
        digit: All guards that start at a digit, as one pattern.
        ranked: Every guard at its rank.
        line: Guards that start with a line.
        mark: Guards by the character they start with.
        word: Guards by the first letters of the word they start with, each with its whole stem.
    """

    digit: re.Pattern[str]
    ranked: tuple[_Guard, ...]
    line: tuple[_Guard, ...]
    mark: dict[str, tuple[_Guard, ...]]
    word: dict[str, tuple[tuple[str, _Guard], ...]]


_KEY = 3
_HYPHENED = "hyphen_name"
_LINE = re.compile(r"^(?=[ \t\u00a0]*\d)", re.MULTILINE)
# "2-х этажный", "3-х комнатная": the number is a piece of the adjective behind it.
_SPLIT_COMPOUND = re.compile(
    r"(?:(?<=[-‑][хмй])|(?<=-ти))[ \u00a0](?:этажн|комнатн|местн|квартирн|полосн|дневн|разов|сменн|"
    r"ступенчат|уровнев|сторонн|значн|недельн|месячн|часов(?!\s|$)|летн|тонн(?:ый|ая|ого))\w+",
    re.IGNORECASE,
)
_AFTER: tuple[tuple[str, R, re.Pattern[str]], ...] = (
    ("jubilee", R.ATTRIBUTE, re.compile(r"[-–‑]?(?:\s?[–-]\s?)?летн\w{2,3}\sюбиле", re.IGNORECASE)),
    ("age_compound", R.AGE_BRACKET, re.compile(r"[-–‑]?(?:ти|х)?[-–‑]?летн\w+", re.IGNORECASE)),
    ("compound", R.ATTRIBUTE, _SPLIT_COMPOUND),
    ("compound", R.ATTRIBUTE, re.compile(r"[-–‑](?:[а-яё]{3,}|я(?=\s))|[-‑](?=[\s,])", re.IGNORECASE)),
)  # fmt: skip
# A space of a pattern may be doubled in a text; not in a class or a look-behind, whose length is fixed.
_ONE_SPACE = re.compile(
    r"(?P<kept>\[(?:\\.|[^\]])*\]|\(\?<[=!](?:\[(?:\\.|[^\]])*\]|[^()\[])*\)|\\\\)|\\s(?![?*+{])"
)
_QUOTED = re.compile(r"«[^«»\n]{1,90}»|\"[^\"\n]{1,60}\"|“[^“”\n]{1,90}”")
_QUOTED_SPEECH = re.compile(
    r"[.!?;:,](?:\s|$)|\s[–—]\s|(?<!\w)(?:мы|нас|нам|будет|было|были|есть|составля\w+|состави\w+)(?!\w)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"[А-ЯЁӘҚҮҰІҒӨҺ][а-яёәқүұіғөһ-]+:\s?$")
_SPOKEN = re.compile(r"\s?,\s?[–—-]\s[а-яё]")
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
_FEW_WORDS, _SOME_WORDS = 3, 8


@cache
def load_guards() -> _Guards:
    """The table, ready to be tried."""
    by_place: dict[str, list[_Guard]] = {"digit": [], "line": []}
    ranked: list[_Guard] = []
    marks: dict[str, list[_Guard]] = {}
    words: dict[str, list[tuple[str, _Guard]]] = {}
    for rank, row in enumerate(table_rows("guards.tsv")):
        guard = _Guard(rank, row["rule"], R(row["reason"]), _compiled(row))
        ranked.append(guard)
        if row["at"] == "word":
            for stem in row["trigger"].split(";"):
                words.setdefault(stem[:_KEY], []).append((stem, guard))
        elif row["at"] == "mark":
            for mark in row["trigger"]:
                marks.setdefault(mark, []).append(guard)
        else:
            by_place[row["at"]].append(guard)
    return _Guards(
        _combined(by_place["digit"]),
        tuple(ranked),
        tuple(by_place["line"]),
        {mark: tuple(guards) for mark, guards in marks.items()},
        {key: tuple(entries) for key, entries in words.items()},
    )


def _combined(guards: Iterable[_Guard]) -> re.Pattern[str]:
    """One pattern for all guards that start at a digit; the name of its group tells which one matched."""
    parts = []
    for guard in guards:
        case = "i" if guard.pattern.flags & re.IGNORECASE else "-i"
        parts.append(f"(?P<g{guard.rank}>(?{case}:{guard.pattern.pattern}))")
    return re.compile("|".join(parts))


def _compiled(row: dict[str, str]) -> re.Pattern[str]:
    pattern = _ONE_SPACE.sub(lambda match: match["kept"] or r"\s{1,2}", row["pattern"])
    return re.compile(pattern, re.IGNORECASE if row["case"] == "any" else re.NOFLAG)


def find_guarded_spans(text: str, words: Iterable[RawWord], digits: Sequence[int]) -> list[GuardedSpan]:
    """All stretches whose numbers are no facts by their own shape, in order of priority.

    Args:
        text: The raw text.
        words: Its words (`raw_words`).
        digits: Where its numbers in digits start.
    """
    ranked = [*_at_words(text, words), *_at_digits(text, digits), *_at_marks(text), *_at_lines(text)]
    ranked.sort(key=lambda pair: pair[0])
    contacts = [GuardedSpan(start, end, R.CONTACT, "url") for start, end in address_spans(text)]
    return [*contacts, *(span for _, span in ranked), *_quoted_names(text)]


Ranked = tuple[int, GuardedSpan]


def _tried(text: str, start: int, guards: Iterable[_Guard]) -> Iterator[Ranked]:
    for guard in guards:
        match = guard.pattern.match(text, start)
        if match is None or match.end() == start:
            continue
        if guard.reason not in _LABELLED or not _measures(text, match.end()):
            yield guard.rank, GuardedSpan(start, match.end(), guard.reason, guard.rule)


def _measures(text: str, end: int) -> bool:
    """Whether the last number of a match goes on or counts something: "зал 500 мест", "глава 12 районов"."""
    if not text[end - 1].isdigit():
        return False
    return text[end : end + 1].isdigit() or _MEASURED.match(text, end) is not None


def _at_words(text: str, words: Iterable[RawWord]) -> Iterator[Ranked]:
    table = load_guards().word
    for start, form in words:
        entries = table.get(form[:_KEY])
        if entries is not None and not text[start - 1 : start].isalnum():
            yield from _tried(text, start, (guard for stem, guard in entries if form.startswith(stem)))


def _at_digits(text: str, digits: Sequence[int]) -> Iterator[Ranked]:
    table = load_guards()
    for start in digits:
        match = table.digit.match(text, start)
        if match is not None and match.lastgroup is not None and match.end() > start:
            guard = table.ranked[int(match.lastgroup[1:])]
            if guard.rule == _HYPHENED and counts_behind_hyphen(text, start):
                continue
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


def _quoted_names(text: str) -> Iterator[GuardedSpan]:
    """Quotes that are names ("«100 конкретных шагов»"), not speech, with a number in them."""
    for match in _QUOTED.finditer(text):
        inner = match[0][1:-1]
        count = len(inner.split())
        if not any(c.isdigit() for c in inner) or count > _SOME_WORDS:
            continue
        if _SPOKEN.match(text, match.end()) and count > _FEW_WORDS:
            continue
        if _SPEAKER.search(text, max(0, match.start() - 24), match.start()):
            continue
        if count <= _FEW_WORDS or not _QUOTED_SPEECH.search(inner):
            yield GuardedSpan(*match.span(), R.NAME, "quoted_name")


def guard_number(text: str, end: int) -> tuple[R, str] | None:
    """The reason for which what is glued behind a number makes it no fact, with the rule."""
    for rule, reason, pattern in _AFTER:
        if pattern.match(text, end):
            return reason, rule
    return None
