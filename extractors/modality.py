"""Whether a number is reported or planned.

Belongs here: the words of plans, forecasts and targets and how far they reach. Does not belong
here: deadlines as calendar times (`periods`).
"""

import re
from collections.abc import Sequence
from datetime import date

from extractors.model import Modality
from extractors.times import TimeMention, TimeRole
from extractors.words import Sentence, Word

_PLAN_WORDS = re.compile(
    r"(?:планир|запланир|предсто|предусм|намеч|ожида|прогноз|предполага|намерен|рассчитыва|обеща|предлага|целев|цель|цели|целью|задач|ориентир|потребу|необходимо|"
    r"предстоящ|перспектив|заплан|план\b|плану|плана|планом|планах|планов\b|проектн|готов\w* (?:купить|приобрести|вложить)|должн|долж[е]н|надлежит|поручи|позволит|даст|даду|"
    r"может|могут|сможет|смогут|потребност|требу[ею]т|нужн|начн|хотят|хочет|стремит|довести|ожидаем|в случае|если)",
    re.IGNORECASE,
)
_DONE_PLANS = re.compile(
    r"(?:план\w*\s+(?:\w+\s+)?(?:выполн|перевыполн)|выполн\w*\s+план|сверх плана|от план|к плану|ожидани\w+)",
    re.IGNORECASE,
)


def modality_of(
    sentence: Sentence,
    number: Word,
    governing: Sequence[Word],
    time: TimeMention | None,
    published: date | None,
) -> Modality:
    """Planned where the number's clause speaks of the future, a plan or a target; else actual."""
    if any(_is_future(word) for word in governing):
        return Modality.PLANNED
    if any(
        word.pos == "VERB"
        and any(r.verb_form in ("Fin", "Part") and r.tense == "Past" for r in word.readings[:1])
        for word in governing[:1]
    ):
        return (
            Modality.PLANNED
            if _clause_has_plan(sentence, number) and _plan_verb(governing)
            else Modality.ACTUAL
        )
    if time is not None and _is_ahead(time, published):
        return Modality.PLANNED
    return Modality.PLANNED if _clause_has_plan(sentence, number) else Modality.ACTUAL


def _is_future(word: Word) -> bool:
    reading = word.readings[0] if word.readings else None
    if reading is None or reading.pos != "VERB":
        return False
    return reading.tense == "Fut" or (_PLAN_WORDS.match(word.low) is not None)


def _plan_verb(governing: Sequence[Word]) -> bool:
    return any(_PLAN_WORDS.match(word.low) for word in governing)


def _is_ahead(time: TimeMention, published: date | None) -> bool:
    if published is None:
        return time.role is TimeRole.DEADLINE and time.year is None
    if time.year is not None and time.year > published.year:
        return True
    return time.role is TimeRole.DEADLINE and time.span is not None and time.span[1] > published


def _clause_has_plan(sentence: Sentence, number: Word) -> bool:
    """Whether a word of planning stands in the number's clause, up to the nearest semicolon."""
    words = sentence.words
    first = number.index
    while first > 0 and words[first - 1].text != ";":
        first -= 1
    last = number.index
    while last + 1 < len(words) and words[last + 1].text not in (";", ","):
        last += 1
    clause = " ".join(word.low for word in words[first : last + 1])
    return _PLAN_WORDS.search(clause) is not None and not _DONE_PLANS.search(clause)
