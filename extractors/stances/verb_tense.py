"""What one verb says of time: past, present, future, a state.

Belongs here: the likeliest verb among the readings of a word, and its tense. Does not belong here: the
clause that it stands in (`clause_tense`, `clause_plans`).
"""

from extractors.language.words import Word
from extractors.lexicon.readings import Reading, readings
from extractors.stances.plan_lexicon import Stance, plan_classes, standing_words

VERBAL = frozenset({"VERB", "ADV"})
"""Parts of speech of the words that may have a tense."""
_ENOUGH = "хватить"
"""A future in form: "запасов хватит на 12 дней" tells of what there is now."""
_LEFT = "осталось"
"""A past in form: "на складах осталось 40 тонн", where "дома остались 40 человек" is an event."""
_NOW_PREDICATIVES = frozenset({"можно", "нельзя", "нет"})


def verb_reading(word: Word) -> Reading | None:
    """The likeliest reading of a word; an imperative gives way to a past, an adverb to a short participle."""
    if word.in_time or not word.readings:
        return None
    first = word.readings[0]
    if first.pos == "VERB" and not first.tense and first.verb_form != "Inf":
        return next((r for r in word.readings if r.verb_form == "Fin" and r.tense), first)
    if first.pos == "ADV" and word.low.endswith(("то", "но")):
        return next((r for r in word.readings if r.verb_form == "Part" and r.tense == "Past"), first)
    return first


def verb_form(word: Word) -> str:
    """The form of a verb: "Fin", "Inf", "Part", "Conv"; "" for what is no verb."""
    reading = verb_reading(word)
    return reading.verb_form if reading is not None and reading.pos == "VERB" else ""


def tense_of(word: Word) -> Stance | None:
    """What a verb or predicative says by itself."""
    reading = verb_reading(word)
    if reading is None:
        return None
    if reading.pos == "ADV" and reading.lemma in _NOW_PREDICATIVES:
        return Stance.STANDING
    if reading.pos != "VERB" or reading.verb_form not in ("Fin", "Part"):
        return None
    table = standing_words()
    if reading.lemma in table["state"] and reading.verb_form == "Part":
        return Stance.STANDING
    if reading.tense == "Past":
        is_done = reading.verb_form == "Part" and reading.lemma in table["done"]
        is_result = reading.lemma in table["result"] and not _is_active(word.low, reading)
        holds = is_done or is_result or reading.lemma in table["held"] or word.low == _LEFT
        return Stance.PRESENT if holds else Stance.PAST
    return Stance.STANDING if reading.lemma in table["verb"] else Stance.PRESENT


def is_future(word: Word) -> bool:
    """Whether a word is a verb in the future, the speaker's own words ("отметим") left out.

    A passive that may be of a present is no future, whatever the dictionary has of it: "закупаются".
    """
    first = verb_reading(word)
    if first is None or first.pos != "VERB" or first.verb_form != "Fin" or first.tense != "Fut":
        return False
    if first.lemma == _ENOUGH:
        return False
    active = word.low.removesuffix("ся").removesuffix("сь")
    forms = word.readings if active == word.low else (*word.readings, *readings(active))
    return not is_reporting(word.low, first) and not any(is_present(r) for r in forms)


def is_reporting(word: str, reading: Reading) -> bool:
    """ "отметим", "приведу": the speaker's own words, where "перечислят 5 млн тенге" is a plan."""
    return reading.lemma in plan_classes()["reporting"] and word.endswith(("у", "ю", "м"))


def is_present(reading: Reading) -> bool:
    """Whether a reading is a verb in the present."""
    return reading.pos == "VERB" and reading.tense == "Pres"


def _is_active(word: str, reading: Reading) -> bool:
    """ "полиция зарегистрировала 5 краж": what somebody did, where "зарегистрировано 5 фирм" holds now."""
    return reading.verb_form == "Fin" and not word.endswith(("ся", "сь"))
