"""Nouns of those who get and do things: people, and households, firms and such ("фермер", "хозяйство").

Belongs here: whether a noun is one of them, and names of authorities. Does not belong here: the list itself
(`data/subject_words.tsv`) and what is told of them (`subject_actors`, `subject_receivers`).
"""

import re
from collections.abc import Sequence

from extractors.lexicon.readings import Reading
from extractors.lexicon.subject_lexicon import ACTING_NOUNS

OFFICE_NAME = re.compile(r"Мин(?!нул|нах|ин|аев|ист)[а-яё]{4,}|\w+(?:стат|надзор|прокуратур)\w{0,2}$")
"""Names of ministries and offices in one word: "Минтруда", "Татарстанстат"."""


def can_act(found: Sequence[Reading]) -> bool:
    """Whether the likeliest noun among readings is of people, or of those that act like them."""
    noun = next((reading for reading in found if reading.pos == "NOUN"), None)
    return noun is not None and (noun.is_animate or noun.lemma in ACTING_NOUNS)
