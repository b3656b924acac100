"""What those get who are counted before a sum: "субсидии получили 300 фермеров на сумму 5 млн".

Belongs here: stepping past who gets something to what it is. Does not belong here: whose sum a nameless
measure states (`subject_owners`).
"""

from extractors.language.words import Word
from extractors.lexicon.acting_nouns import can_act
from extractors.lexicon.subject_lexicon import GIVEN_NOUNS
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_attributes import first_attribute
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import only_in
from extractors.phrases.phrases import Phrase, is_preposed
from extractors.phrases.segments import before_bracket, segment_start
from extractors.subjects.clause_verbs import is_active

_HANDING_REACH = 14


def handed_to(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "выдано фирмам кредитов на 5 млн": behind the dative of whom, the genitive of what."""
    if phrase is None or phrase.head == phrase.last or not only_in(words[phrase.head], "Dat"):
        return phrase
    before = words[phrase.first - 1] if phrase.first else None
    if before is not None and before.pos == "NOUN":
        return _given_by_noun(words, phrase) or phrase
    given = phrase_at(words, phrase.head + 1) if before is not None and before.pos == "VERB" else None
    return given if given is not None and words[given.head].has("NOUN", "Gen") else phrase


def _given_by_noun(words: list[Word], phrase: Phrase) -> Phrase | None:
    """As in "предоставление банкам области кредитов на 5 млн": the noun of what is given ends the phrase."""
    for index in range(phrase.head + 1, phrase.last + 1):
        if words[index].lemma in GIVEN_NOUNS and words[index].has("NOUN", "Gen"):
            return phrase_at(words, first_attribute(words, index))
    return None


def received_by(words: list[Word], counted: Phrase | None) -> Phrase | None:
    """As in "субсидии получили 300 фермеров на сумму 5 млн", "выплаты произведены 300 фермеров на 5 млн"."""
    if counted is None or counted.first < 3 or words[counted.first - 1].expression is None:
        return None
    if only_in(words[counted.head], "Dat"):
        return _handed_out(words, counted.first - 2)
    verb = _past_average(words, before_skipped(words, counted.first - 2, BOUNDING))
    if verb > 1 and words[verb].low == "из":  # "помощь оказана 90 людям из 20 семей"
        whom = noun_phrase_left_of(words, verb - 1)
        verb = before_skipped(words, whom.first - 2, BOUNDING) if whom is not None else verb
    if verb < 1 or words[verb].pos != "VERB" or not can_act(words[counted.head].readings):
        return None
    phrase = _told_before(words, verb)
    if phrase is None or _does(words[phrase.head], words[verb]):
        return None
    cases = ("Acc",) if is_active(words[verb]) else ("Nom", "Ins")
    return phrase if any(words[phrase.head].has("NOUN", case) for case in cases) else None


def _does(noun: Word, verb: Word) -> bool:
    """As in "фонд поддержал 300 фермеров на 5 млн": who gives, as the verb of one agrees with them."""
    forms = {(r.number, r.gender) for r in verb.readings if r.verb_form == "Fin" and r.number == "Sing"}
    return any(r.pos == "NOUN" and r.case == "Nom" and (r.number, r.gender) in forms for r in noun.readings)


def _handed_out(words: list[Word], last: int) -> Phrase | None:
    """As in "выплачено пособий из бюджета 300 получателям на сумму 5 млн": what stands behind the verb."""
    for index in range(last, max(-1, last - _HANDING_REACH), -1):
        if words[index].text in ",;:" or words[index].expression is not None:
            return None
        if words[index].pos == "VERB":
            phrase = phrase_at(words, index + 1)
            is_given = phrase is not None and any(words[phrase.head].has("NOUN", c) for c in ("Gen", "Nom"))
            return phrase if is_given else None
    return None


def _past_average(words: list[Word], index: int) -> int:
    """Steps over "в среднем" before a number of people."""
    return index - 2 if index > 1 and words[index].low == "среднем" else index


def _told_before(words: list[Word], verb: int) -> Phrase | None:
    """What opens the verb's segment, else the noun nearest before it: "в мае это пособие получили"."""
    first, index = segment_start(words, verb), before_bracket(words, verb - 1)
    phrase = phrase_at(words, first) if first < verb else None
    if phrase is not None and not words[phrase.head].in_time and phrase.last < verb:
        return phrase
    while index >= first and _is_passed(words[index]):
        index -= 1
    phrase = noun_phrase_left_of(words, index) if index >= first else None
    return None if phrase is None or is_preposed(words, phrase) else phrase


def _is_passed(word: Word) -> bool:
    """Whether a word may stand between the verb and what is given: "помощь была в мае оказана"."""
    return word.in_time or word.pos == "ADP" or word.lemma == "быть"
