"""Nouns of those who get and do things: people, and households, firms and such ("фермер", "хозяйство").

Belongs here: whether a noun is one of them. Does not belong here: the list itself (`data/subject_words.tsv`)
and what is told of them (`subject_actors`, `subject_receivers`).
"""

from collections.abc import Sequence

from extractors.lexicon.readings import Reading
from extractors.lexicon.subject_lexicon import ACTING_NOUNS


def can_act(found: Sequence[Reading]) -> bool:
    """Whether the likeliest noun among readings is of people, or of those that act like them."""
    noun = next((reading for reading in found if reading.pos == "NOUN"), None)
    return noun is not None and (noun.is_animate or noun.lemma in ACTING_NOUNS)
