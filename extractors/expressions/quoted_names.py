"""Quotes that are names of things with a number in them: "«100 конкретных шагов»".

Belongs here: telling such a name from quoted speech. Does not belong here: names without quotes
(`data/guards.tsv`).
"""

import re
from collections.abc import Iterator

from extractors.expressions.ellipsis_frames import has_verb

_QUOTED = re.compile(r"«[^«»\n]{1,90}»|\"[^\"\n]{1,60}\"|“[^“”\n]{1,90}”")
_QUOTED_SPEECH = re.compile(
    r"[.!?;:,](?:\s|$)|\s[–—]\s|(?<!\w)(?:мы|нас|нам|будет|было|были|есть|составля\w+|состави\w+)(?!\w)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"[А-ЯЁӘҚҮҰІҒӨҺ][а-яёәқүұіғөһ-]+:\s?$")
_SPOKEN = re.compile(r"\s?,\s?[–—-]\s[а-яё]")
_LINE_END = re.compile(r"[.!?]?\s*(?:\n|$)")
_FEW_WORDS, _SOME_WORDS = 3, 8


def quoted_name_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each quoted name that holds a number, in order."""
    for match in _QUOTED.finditer(text):
        inner = match[0][1:-1]
        count = len(inner.split())
        if not any(c.isdigit() for c in inner) or count > _SOME_WORDS:
            continue
        if _SPOKEN.match(text, match.end()) and count > _FEW_WORDS:
            continue
        if _SPEAKER.search(text, max(0, match.start() - 24), match.start()):
            continue
        if count > _FEW_WORDS and _is_whole_line(text, match) and has_verb(text, *match.span()):
            continue
        if count <= _FEW_WORDS or not _QUOTED_SPEECH.search(inner):
            yield match.span()


def _is_whole_line(text: str, quote: re.Match[str]) -> bool:
    """Whether a quote is all that stands in its line, as what somebody said may."""
    opens = quote.start() == 0 or text[quote.start() - 1] == "\n"
    return opens and _LINE_END.match(text, quote.end()) is not None
