"""What the words above a list or under a heading say its items measure.

Belongs here: which block introduces another, the indicator such a block names, and the antecedents it
leaves to the items. Does not belong here: reading the items (`subjects`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from extractors.language.words import Word
from extractors.lexicon.readings import plain_lemma
from extractors.lexicon.subject_lexicon import (
    FRAME_NOUNS,
    MEASURES,
    MONEY_VERBS,
    NOT_SUBJECTS,
    QUANTITY_VERBS,
)
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun, noun_reading
from extractors.phrases.phrases import Phrase, build
from extractors.phrases.plain_phrases import words_of
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of
from extractors.text.sentences import Block, BlockKind

_FUNDS = frozenset({"средства", "средств"})
_LONGEST_LEAD = 400
_REQUIRING = frozenset({"требует", "требуют", "требуется", "потребует", "потребуют", "потребуется"})
_GOING_ON = (";", ",")
_FOLLOWING = frozenset({"следующий", "нижеследующий"})
_NUMBER = re.compile(r"\d")
_NONE = -1
_KEPT = 12
_LOOK_BACK = 3
# Every number of a list may ask for what its lead-in names.
_NAMED = 64


class LeadIns:
    """The blocks that introduce others, and what the numbers in them left behind."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._leads = _leads(text, blocks)
        self._blocks = blocks
        self._left: dict[int, list[Antecedent]] = {}

    def leave(self, block: int, discourse: Discourse) -> None:
        """Notes what the numbers of a block left for a list that it introduces."""
        if block >= 0:
            self._left[block] = discourse.antecedents[-_KEPT:]

    def start_of(self, block: int) -> int:
        """Where a block begins."""
        return self._blocks[block].start

    def discourse_of(self, block: int, start: int) -> Discourse:
        """What a block's lead-in or heading leaves and names, and what its own text before says.

        Args:
            block: Index of the block.
            start: Offset of the first sentence in it that holds a number.
        """
        lead = self._leads[block]
        begins = max(self._blocks[block].start, start - _LONGEST_LEAD)
        topic = partial(named_in, self._text[begins:start].strip(" ."))
        earlier = self._left.get(block - 1, [])
        earlier_topic = partial(self._named_before, block)
        if lead == _NONE:
            return Discourse(name_topic=topic, earlier=earlier, name_earlier_topic=earlier_topic)
        span = self._blocks[lead]
        named = partial(named_in, self._text[max(span.start, span.end - _LONGEST_LEAD) : span.end])
        left = self._left.get(lead, [])
        if block - 1 != lead:
            left = left + self._left.get(block - 1, [])
        return Discourse(left[-_KEPT:], named, topic, earlier, earlier_topic)

    def _named_before(self, block: int) -> Subject | None:
        """What the nearest blocks before name, where no number stands in them."""
        for index in range(block - 1, max(-1, block - 1 - _LOOK_BACK), -1):
            span = self._blocks[index]
            if index in self._left:
                return self._left[index][-1].subject if self._left[index] else None
            named = named_in(self._text[span.start : min(span.end, span.start + _LONGEST_LEAD)])
            if named is not None and named.head in MEASURES:
                return named
        return None


def _leads(text: str, blocks: Sequence[Block]) -> list[int]:
    """For each block the index of the one that introduces it, -1 for none."""
    leads: list[int] = []
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        if before is None or block.kind is BlockKind.ROW:
            leads.append(_NONE)
        elif before.kind is BlockKind.HEADING and _NUMBER.search(text, before.start, before.end):
            leads.append(leads[-1])
        elif text[before.start : before.end].endswith(":") or before.kind is BlockKind.HEADING:
            leads.append(index - 1)
        elif block.kind is BlockKind.ITEM and before.kind is BlockKind.ITEM:
            leads.append(leads[-1])
        else:
            goes_on = text[before.start : before.end].endswith(_GOING_ON)
            leads.append(leads[-1] if goes_on else _NONE)
    return leads


@lru_cache(maxsize=_NAMED)
def named_in(text: str) -> Subject | None:
    """The indicator that a lead-in or heading names: its first measure, else its first nominative."""
    words = words_of(text.rsplit(". ", 1)[-1])
    phrase = _first_measure(words) or _required(words)
    if phrase is None:
        phrase = _first_nominative(words)
        phrase = (_object_of(words, phrase) or phrase) if phrase is not None else None
    return subject_of(words, _as_named(words, phrase), "lead") if phrase is not None else _handled(words)


def _as_named(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """As in "утверждены следующие цены на газ:": that something follows says nothing of it."""
    is_pointing = phrase.first < phrase.head and words[phrase.first].lemma in _FOLLOWING
    return build(words, phrase.head, phrase.first + 1, before_verb=True) if is_pointing else phrase


def _object_of(words: Sequence[Word], subject: Phrase) -> Phrase | None:
    """As in "Закон устанавливает взносы:": what is listed is what somebody does something to."""
    index = subject.last + 1
    verb = words[index].readings[:1] if index < len(words) else ()
    if not verb or verb[0].verb_form != "Fin" or words[index].low.endswith(("ся", "сь")):
        return None
    found = phrase_at(words, index + 1)
    if found is None or found.head_lemma in NOT_SUBJECTS | FRAME_NOUNS:
        return None
    return found if words[found.head].has("NOUN", "Acc") else None


def _required(words: Sequence[Word]) -> Phrase | None:
    """As in "из бюджета требуется денег:": what is required, in the genitive."""
    for word in words[:-1]:
        if word.low in _REQUIRING:
            found = phrase_at(words, word.index + 1)
            return found if found is not None and words[found.head].has("NOUN", "Gen") else None
    return None


def _handled(words: Sequence[Word]) -> Subject | None:
    """As in "Сколько переводили ежемесячно": what the verb of amounts stands for."""
    verbs = {**QUANTITY_VERBS, **MONEY_VERBS}
    noun = next((verbs[r.lemma] for word in words for r in word.readings[:1] if r.lemma in verbs), None)
    return Subject(noun, noun, "lead") if noun else None


def _first_measure(words: Sequence[Word]) -> Phrase | None:
    found = [
        build(words, word.index, before_verb=True)
        for word in words
        if word.readings and is_noun(word) and _names_measure(words, word)
    ]
    own = (phrase for phrase in found if words[phrase.head].has("NOUN", "Nom") and not _hangs(words, phrase))
    stated = (phrase for phrase in found if not _is_source(words, phrase))
    return next(own, None) or next(stated, None)


def _names_measure(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is a measure, and not part of a phrase that names nothing ("в том числе")."""
    is_idle = word.index > 0 and words[word.index - 1].low in ("том", "этой", "этого")
    return plain_lemma(word.text) in MEASURES and not is_idle


def _is_source(words: Sequence[Word], phrase: Phrase) -> bool:
    """As in "требуется денег из бюджета:", "Средства бюджета:": where the sums come from."""
    before = words[max(0, phrase.first - 2) : phrase.first]
    return any(word.low == "из" for word in before) or (bool(before) and before[-1].low in _FUNDS)


def _hangs(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase belongs to a preposition or noun before it."""
    return phrase.first > 0 and words[phrase.first - 1].pos in ("ADP", "NOUN")


def _first_nominative(words: Sequence[Word]) -> Phrase | None:
    """The first nominative that is neither a time nor a frame of others ("регион", "итог")."""
    for word in words:
        reading = noun_reading(word, "Nom") if is_noun(word) else None
        if reading is None or reading.is_name or reading.lemma in NOT_SUBJECTS | FRAME_NOUNS:
            continue
        phrase = build(words, word.index)
        if phrase.first == 0 or words[phrase.first - 1].pos not in ("ADP", "NOUN"):
            return phrase
    return None
