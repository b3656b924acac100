"""The noun that a number counts, read off the words right behind it.

Belongs here: attributes before the noun and what is no noun of the number. Does not belong here: comparing
the nouns of two numbers (`part_numbers`) and subjects of facts (`subjects`).
"""

import re

from extractors.lexicon.readings import readings

_NEXT_WORD = re.compile(r"[ \u00a0\u202f]{1,3}[«\"]?([^\W\d_]+(?:-[^\W\d_]+)*)")
_ATTRIBUTES = 4
_LIKELY = 0.1


def counted_noun(text: str, end: int) -> str:
    """Lemma of the noun behind a number that ends at `end`, "" where none stands there."""
    adjective = ""
    for _ in range(_ATTRIBUTES):
        match = _NEXT_WORD.match(text, end)
        found = readings(match[1]) if match else ()
        if match is None or not found:
            return match[1].lower() if match is not None and match[1].isupper() else adjective
        noun = next((r for r in found if r.pos == "NOUN" and (r is found[0] or r.score > _LIKELY)), None)
        if noun is not None and (noun is found[0] or noun.case == "Gen"):
            return noun.lemma
        if found[0].pos != "ADJ":
            return adjective
        adjective = match[1].lower() if found[0].is_participle else ""
        end = match.end()
    return adjective
