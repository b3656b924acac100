"""Areas told by what stands on them: "рожью засеяно 3 тыс. га", "под сады отвели 5 га".

Belongs here: the crop or use beside the verb of an area without a noun. Does not belong here: rows that go on
with it (`subject_slices`) and areas named outright (`clauses`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.acting_nouns import can_act
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrases import Phrase, is_preposed
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import usable
from extractors.subjects.questions import Question

_LAND, _AREA = frozenset({"har", "m2", "km2"}), "площадь"
_COVERING = frozenset({"засеять", "засеивать", "занять", "занятый", "занимать", "засадить"})
_GIVING = frozenset(
    {"отвести", "отводить", "отводиться", "выделить", "предоставить", "оставить", "подготовить"}
    | {"вспахать", "распахать", "заложить", "зарезервировать", "использовать"}
)
_UNDER = "под"
_CASES = ("Acc", "Ins")


def grown_on(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "яровыми занято 16 млн га", "под овощи отведено 5 тыс. га": the area under a crop or use."""
    unit, verb = question.expression.unit, question.verb
    if unit is None or unit.base_unit not in _LAND or verb is None or question.change is not None:
        return None
    words, number = question.sentence.words, question.number.index
    start = segment_start(words, number)
    if not start <= verb.index < number:
        return None
    phrase = usable(question, _under(words, start, verb) or _covering(words, start, verb))
    if phrase is None or any(map(_is_told, [*words[start : phrase.first], *words[phrase.last + 1 : number]])):
        return None
    shown = printed(words, phrase.first, phrase.last)
    shown = shown if words[phrase.first].text.isupper() else shown[:1].lower() + shown[1:]
    return Subject(_AREA, _AREA, "area", "Fem", adjunct=f"{_UNDER} {shown}")


def _is_told(word: Word) -> bool:
    """As in "площадь под овощами заняла 5 га": a nominative, or a number before, says more."""
    return word.expression is not None or (
        word.pos == "NOUN" and word.has("NOUN", "Nom") and not word.in_time
    )


def _under(words: Sequence[Word], start: int, verb: Word) -> Phrase | None:
    """The use behind "под"."""
    place = next((word.index for word in words[start : verb.index] if word.low == _UNDER), -1)
    if place < 0 or verb.lemma not in _COVERING | _GIVING:
        return None
    phrase = phrase_at(words, place + 1)
    is_use = phrase is not None and any(words[phrase.head].has("NOUN", case) for case in _CASES)
    return phrase if is_use else None


def _covering(words: Sequence[Word], start: int, verb: Word) -> Phrase | None:
    """The crop in the instrumental that land is covered with, right before the verb."""
    phrase = noun_phrase_left_of(words, verb.index - 1) if verb.lemma in _COVERING else None
    if phrase is None or phrase.first < start or is_preposed(words, phrase):
        return None
    is_crop = words[phrase.head].has("NOUN", "Ins") and not can_act(words[phrase.head].readings)
    return phrase if is_crop else None
