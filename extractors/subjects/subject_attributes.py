"""Rules for numbers with attributes alone behind them: the noun stands elsewhere or not at all.

Belongs here: "включая 130 автоматических", "8 онкологических и 15 детских больниц", "23 котельные".
Does not belong here: nouns that stand right behind the number (`subject_counted`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.language.words import Word
from extractors.phrases.bounding_words import BOUNDING, SKIPPED
from extractors.phrases.phrase_attributes import is_governed
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import adjective_reading, is_adjective, is_noun, noun_reading
from extractors.phrases.phrases import build
from extractors.phrases.segments import behind_bracket
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Question

# Words between a whole and a part of it: the part's adjective stands with the noun of the whole.
_DASHES = frozenset("–—-")
_BETWEEN = BOUNDING | {"и", ","}
_NAMELESS = frozenset({"новый", "дополнительный", "современный", "подобный", "аналогичный", "действующий"})
# Words for people that part them whatever they were called before.
_PEOPLE = frozenset({"несовершеннолетний", "малолетний", "пострадавший", "погибший", "раненый"})
_PARTING = frozenset({"включая", "числе", "них", "которых", "коих", ",", "и", ":", "–", "—", "-", "("})


def adjective_alone(question: Question, discourse: Discourse) -> Subject | None:
    """As in "включая 130 автоматических", "14 специальных экономических и 52 индустриальных зон"."""
    words, first = question.sentence.words, question.number.index + 1
    first += first < len(words) and words[first].text in _DASHES  # "40 клубов, из них 15 – сельских"
    last = _attributes_end(words, first)
    if last == first:
        return None
    attributes = words[first:last]
    if first > question.number.index + 1:
        return _of_whole(question, discourse, attributes) if _are_of_many(attributes) else None
    if attributes[-1].lemma in _PEOPLE and len(attributes) == 1:
        return _substantive(question, first, last)
    return (
        _in_parallel(question, attributes)
        or _bracketed(question, attributes)
        or _of_whole(question, discourse, attributes)
        or _shared(question, attributes)
        or _of_complement(question, discourse, attributes)
        or _of_before(question, discourse, attributes)
        or _substantive(question, first, last)
    )


def shared_noun(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "98% городского и 93% сельского населения": the noun of both stands behind the second."""
    words, first = question.sentence.words, question.number.index + 1
    last = _attributes_end(words, first)
    return _in_parallel(question, words[first:last]) if last > first else None


def _attributes_end(words: Sequence[Word], first: int) -> int:
    """Index behind the adjectives that start at `first`."""
    last = first
    while last < len(words) and is_adjective(words[last]) and words[last].expression is None:
        if last > first and is_governed(words, last):
            break
        last += 1
    return last


def _are_of_many(attributes: Sequence[Word]) -> bool:
    first = attributes[-1].readings[:1]
    return any((r.pos, r.number) == ("ADJ", "Plur") for r in first) and attributes[-1].has("ADJ", "Gen")


def _of_whole(question: Question, discourse: Discourse, attributes: Sequence[Word]) -> Subject | None:
    """As in "31 станция, в том числе 6 новых": the noun of the whole with the part's attributes."""
    last = discourse.last_in(question.sentence_index)
    if last is None and _opens_of_them(question):
        # "Построено 30 школ. Из них 12 частных", in the next paragraph too
        last = discourse.last() or next((a for a in reversed(discourse.earlier) if a.family == "count"), None)
    if last is None or not _parts(question, attributes[-1]):
        return None
    whole = discourse.find("count", "") or last.subject
    return question.attributed(replace(whole, complement=""), attributes, "counted.adjective")


def _of_complement(question: Question, discourse: Discourse, attributes: Sequence[Word]) -> Subject | None:
    """As in "500 тыс. доз местной вакцины и 300 тыс. импортной": of the genitive."""
    last = discourse.last_in(question.sentence_index)
    if last is None or not last.subject.complement:
        return None
    readings = [r for r in attributes[-1].readings if r.pos == "ADJ" and r.case == "Gen"]
    if not readings or any(r.number == "Plur" for r in readings):
        return None
    return question.attributed(last.subject, attributes, "counted.adjective")


def _of_before(question: Question, discourse: Discourse, attributes: Sequence[Word]) -> Subject | None:
    """As in "работают 48 кафе. За год открылись 6 новых": an attribute that names nothing by itself."""
    whole = discourse.of_family("count") if attributes[-1].lemma in _NAMELESS else None
    if whole is None:
        return None
    return question.attributed(replace(whole, complement=""), attributes, "counted.adjective")


def _bracketed(question: Question, attributes: Sequence[Word]) -> Subject | None:
    """As in "14 вечерних (сменных) школ", "в 15 аварийных (3999 мест) школах": the noun behind a bracket."""
    words, opening = question.sentence.words, attributes[-1].index + 1
    if opening >= len(words) or words[opening].text != "(":
        return None
    noun = behind_bracket(words, opening)
    if noun >= len(words) or not is_noun(words[noun]) or not _agree(attributes[-1], words[noun]):
        return None
    return question.with_attributes(build(words, noun, noun), attributes, "counted.bracket")


def _agree(attribute: Word, noun: Word) -> bool:
    """Whether both may be of many in one case: "аварийных … школах", "частных … магазина"."""
    forms = {(r.case, r.number) for r in noun.readings if r.pos == "NOUN"}
    cases = {r.case for r in attribute.readings if r.pos == "ADJ" and r.number == "Plur"}
    return any((case, "Plur") in forms for case in cases) or ("Gen" in cases and ("Gen", "Sing") in forms)


def _shared(question: Question, attributes: Sequence[Word]) -> Subject | None:
    """As in "12 хвойных и 48 лиственных деревьев": the noun stands behind a later number."""
    words, first = question.sentence.words, attributes[-1].index + 1
    if first < len(words) and words[first].expression is not None:
        return None  # "из 12 пострадавших 9 мужчин"
    ahead = first
    while ahead < len(words) and (_may_stand_between(words[ahead]) or _goes_on(words, ahead, attributes)):
        ahead += 1
    if ahead in (first, len(words)) or not any(word.expression for word in words[first:ahead]):
        return None
    noun = noun_reading(words[ahead], "Gen")
    if words[ahead].pos == "ADP" or noun is None:
        return None  # "212 подозреваемых, 90 из которых"
    if noun.is_animate and words[first + 1].pos == "VERB":
        return None  # "вылечат 12 больных и примут 9 новых врачей"
    return question.with_attributes(build(words, ahead, ahead), attributes, "counted.shared")


def _in_parallel(question: Question, attributes: Sequence[Word]) -> Subject | None:
    """As in "60 государственных и 46 частных школ": two attributes of one noun, each with its number."""
    words, joint = question.sentence.words, attributes[-1].index + 1
    if joint + 2 >= len(words) or words[joint].low != "и" or words[joint + 1].expression is None:
        return None
    noun = joint + 2
    while noun < len(words) and is_adjective(words[noun]):
        noun += 1
    is_shared = joint + 2 < noun < len(words) and is_noun(words[noun]) and not words[noun].text.isupper()
    return _shared(question, attributes) if is_shared else None


def _goes_on(words: Sequence[Word], index: int, attributes: Sequence[Word]) -> bool:
    """As in "построят 12 новых и обновят не менее 9 старых мостов": a second verb before the shared noun."""
    if any(reading.is_participle for reading in attributes[-1].readings):
        return False
    verb = attributes[-1].index + 2
    if index == verb:
        return words[index].pos == "VERB" and words[index - 1].low == "и"
    return index > verb and words[verb].pos == "VERB" and words[index].low in SKIPPED


def _may_stand_between(word: Word) -> bool:
    return word.low in _BETWEEN or word.expression is not None or is_adjective(word)


def _substantive(question: Question, first: int, end: int) -> Subject | None:
    """As in "23 котельные", "выписано 40 больных", "помощь 30 нуждающимся": the attribute is the noun."""
    words, last = question.sentence.words, end - 1
    governs = end < len(words) and words[end].pos == "ADP"
    if governs and adjective_reading(words[last]) is None:
        return None
    if noun_reading(words[last]) is not None and _follows_numeral(words[last]):
        return subject_of(words, build(words, last, first), "counted.substantive")
    if adjective_reading(words[last], "Gen"):
        if end < len(words) and is_governed(words, end):
            behind = phrase_at(words, end)  # "больных острым бронхитом"
            last = behind.last if behind is not None else last
            return subject_of(words, build(words, end - 1, first, last), "counted.substantive")
        return subject_of(words, build(words, last, first, last), "counted.substantive")
    if _ends_in_one(question) and adjective_reading(words[last], "Nom"):
        return subject_of(words, build(words, last, first, last), "counted.substantive")
    if any(r.is_participle and (r.case, r.number) == ("Dat", "Plur") for r in words[last].readings[:1]):
        return subject_of(words, build(words, last, first, last), "counted.substantive")
    return None


def _ends_in_one(question: Question) -> bool:
    """As in "задержан 61 несовершеннолетний": a number that its noun stands behind in the nominative."""
    value = question.expression.value
    return value is not None and value % 10 == 1 and value % 100 != 11 and value > 1


def _follows_numeral(noun: Word) -> bool:
    """Whether a noun has a form that stands behind a numeral: a genitive or a plural."""
    return any(r.pos == "NOUN" and (r.case == "Gen" or r.number == "Plur") for r in noun.readings)


def _names_who_acts(attribute: Word) -> bool:
    """As in "50 учащихся", "3 пострадавших", "18 служащих": a participle of what one does or went through."""
    if attribute.low.endswith("служащих"):
        return True
    is_active = attribute.low.endswith(("щихся", "вших", "вшихся"))
    return is_active and any(reading.is_participle for reading in attribute.readings[:1])


def _opens_of_them(question: Question) -> bool:
    """Whether the sentence begins with "Из них", "Среди них", "В их числе" and the number."""
    words, last = question.sentence.words, question.number.index - 1
    while last > 1 and (words[last].low in SKIPPED or words[last].text in _DASHES):
        last -= 1
    return 0 < last < 3 and words[last].low in ("них", "числе")


def _parts(question: Question, attribute: Word) -> bool:
    """Whether the number parts a whole named before, so that its adjective stands with the whole's noun."""
    before = question.sentence.words[question.number.index - 1] if question.number.index else None
    if before is None or before.low not in _PARTING:
        return False
    if _names_who_acts(attribute):
        return False
    behind = question.sentence.words[attribute.index + 1 : attribute.index + 2]
    stands_alone = not behind or behind[0].text in ",.;)" or behind[0].low == "и"
    return stands_alone or not any(reading.is_participle for reading in attribute.readings[:2])
