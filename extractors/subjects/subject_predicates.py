"""Rules for numbers that a nominative behind a dash names: "из которых 365 тысяч – первоклассники".

Belongs here: the noun behind the dash. Does not belong here: nouns right behind the number
(`subject_counted`) and labels before it (`subject_labelled`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import POPULATIONS
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import is_plural_genitive
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import behind_bracket, segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.genitive_rows import GENITIVE_ROW
from extractors.subjects.label_sorts import LabelSort, label_sort
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import OF_THEM, Family, Question, is_part

_DASHES = frozenset("–—-")
_OPENING = frozenset({"этом", ",", ";", ":", "а", "и", "но", "-", "–", "—", "«"})
_NOTES = frozenset({"прим", "примечание", "ред"})  # "(203 тенге – прим. автора)"
_CALLING = frozenset({"признать", "стать", "являться", "считаться", "оказаться", "назвать", "быть"})


def predicate_noun(question: Question, discourse: Discourse) -> Subject | None:
    """As in "из которых 365 тысяч – первоклассники", "7 тысяч – это республиканская сеть"."""
    words, index = question.sentence.words, question.number.index + 1
    if index < len(words) and words[index].text == "(":
        index = behind_bracket(words, index)  # "25 тыс. (47%) – граждане"
    is_of_them = _is_of_them(words, index)
    index += 2 * is_of_them
    is_dashed = index + 1 < len(words) and words[index].text in _DASHES
    if not is_dashed and not is_of_them:
        return None
    if question.preposition in ("в", "во", "на"):
        return None  # "в 97 из них есть газ, в 392 – печи"
    index += is_dashed
    index += index + 1 < len(words) and words[index].low == "это"
    phrase = usable(question, phrase_at(words, index)) if index < len(words) else None
    if phrase is None or not (is_dashed or _closes_clause(words, phrase.last)):
        return None
    head = words[phrase.head]
    if head.low in _NOTES:
        return None
    if head.readings and not head.has("NOUN", "Nom") and not is_plural_genitive(head):
        return None
    if (
        phrase.first < phrase.head
        and label_sort(words, phrase) is LabelSort.GENITIVE
        and head.has("NOUN", "Nom")
    ):
        return None  # "30 км – республиканского значения"
    if (
        question.family is Family.COUNT
        and _is_one_thing(question, head)
        and not _ends_row(question, discourse)
    ):
        return None
    phrase = _with_joined(words, phrase)
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    if following is not None and (following.expression is not None or following.text in ("–", "—", "(", ":")):
        return None
    return subject_of(words, phrase, "predicate_noun")


def _with_joined(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """As in "2 км – строительство и ремонт дорог": both nominatives, where "и" joins nothing but them."""
    joint = phrase.last + 1
    joined = phrase_at(words, joint + 1) if joint + 1 < len(words) and words[joint].low == "и" else None
    if joined is None or not all(words[one.head].has("NOUN", "Nom") for one in (phrase, joined)):
        return phrase
    row = as_one(words, joined)
    return row if row.first == phrase.first and _closes_clause(words, row.last) else phrase


def _is_of_them(words: Sequence[Word], index: int) -> bool:
    """As in "113 человек, 30 из них дети": who the number is a part of stands right behind it."""
    return index + 1 < len(words) and words[index].low == "из" and words[index + 1].low in OF_THEM


def _closes_clause(words: Sequence[Word], last: int) -> bool:
    return last + 1 == len(words) or words[last + 1].text in ",.;)"


def _ends_row(question: Question, discourse: Discourse) -> bool:
    """As in "25 – легковые автомобили, 11 – автобусы, 10 – грузовой транспорт": all of one sort of thing."""
    last = discourse.last_in(question.sentence_index)
    return last is not None and last.subject.rule == "predicate_noun"


def _is_one_thing(question: Question, noun: Word) -> bool:
    """As in "пять взяли золото, 4 – серебро": several are no noun in the singular but one of people."""
    nouns = [reading for reading in noun.readings if reading.pos == "NOUN"]
    is_several = question.expression.value is not None and question.expression.value > 1
    singular = bool(nouns) and all(r.number == "Sing" and not r.is_animate for r in nouns)
    return is_several and singular and noun.lemma not in POPULATIONS


def called(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "победителями признаны 45", "12 стали призёрами": what the counted ones are called."""
    words, number = question.sentence.words, question.number.index
    verb = before_skipped(words, number - 1, BOUNDING)
    if verb < 1 or not _calls(words[verb]):
        verb = number + 1
        phrase = phrase_at(words, verb + 1) if verb + 1 < len(words) and _calls(words[verb]) else None
    else:
        phrase = noun_phrase_left_of(words, _before_setting(words, verb - 1))
    phrase = usable(question, phrase)
    is_called = phrase is not None and any(
        (r.case, r.number, r.is_animate) == ("Ins", "Plur", True) for r in words[phrase.head].readings
    )
    return subject_of(words, phrase, "called") if phrase is not None and is_called else None


def _before_setting(words: Sequence[Word], index: int) -> int:
    """Steps over when and where: "участниками форума в этом году стали 300 человек"."""
    while index > 0 and (words[index].in_time or words[index].in_place):
        index -= 1
    return index - (index > 0 and words[index].pos == "ADP")


def _calls(verb: Word) -> bool:
    return any(reading.lemma in _CALLING for reading in verb.readings[:2])


def predicate_amount(question: Question, discourse: Discourse) -> Subject | None:
    """As in "из них 3 млн тонн – пшеница": a nominative that closes the clause."""
    found = predicate_noun(question, discourse)
    if found is None:
        return None
    words, number = question.sentence.words, question.number.index
    before = words[segment_start(words, number) : number]
    if any(word.pos in ("VERB", "NOUN") and word.low != "числе" for word in before):
        return None
    behind = number + 1
    if behind < len(words) and words[behind].text == "(":
        behind = behind_bracket(words, behind)  # "10 млрд тенге (19 млн долларов) – налог"
    behind += behind + 1 < len(words) and words[behind + 1].low == "это"
    phrase = phrase_at(words, behind + 1) if behind + 1 < len(words) else None
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    joined = phrase_at(words, phrase.last + 2) if words[phrase.last + 1 : phrase.last + 2] else None
    if joined is not None and words[phrase.last + 1].low == "и" and words[joined.head].has("NOUN", "Nom"):
        phrase = joined  # "2 км – строительство и ремонт дорог"
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    return found if following is None or following.text in ",.;" else None


def part_noun(question: Question, discourse: Discourse) -> Subject | None:
    """As in "из них 60% – рабочие и 40% – служащие": the nominative says what makes up the part."""
    last = discourse.last_in(question.sentence_index)
    if last is not None and last.subject.rule == GENITIVE_ROW:
        return None  # "6% выпуска муки, 24% – крупы, 9% – сахара"
    goes_on = last is not None and last.subject.rule == "predicate_noun"
    words, first = question.sentence.words, segment_start(question.sentence.words, question.number.index)
    is_told = goes_on or words[first].low == "среди"
    is_told = is_told or is_part(question.sentence, question.number)
    is_told = is_told or _opens_clause(question) or _is_told_as(question)
    return predicate_noun(question, discourse) if is_told else None


def _opens_clause(question: Question) -> bool:
    """As in "бюджет вырос, при этом 61% – трансферты": a nominative behind the dash closes the clause."""
    words, number = question.sentence.words, question.number.index
    before = before_skipped(words, number - 1, BOUNDING)
    if before < 2 or words[before].low not in ("этом", ",") or number + 2 >= len(words):
        return False
    phrase = phrase_at(words, number + 2)
    if phrase is None or all(r.case != "Nom" for r in words[phrase.head].readings[:2]):
        return False
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    return following is None or following.text in ".;"


def _is_told_as(question: Question) -> bool:
    """As in "При этом 61% – это трансферты, 39% – налоги": the number opens its clause and is "это …"."""
    words, number = question.sentence.words, question.number.index
    before = before_skipped(words, number - 1, BOUNDING)
    opens = before < 0 or words[before].low in _OPENING
    return opens and number + 2 < len(words) and words[number + 2].low == "это"


def inverted(question: Question, discourse: Discourse) -> Subject | None:
    """As in "на 9% стало больше коров, на 4%, до 48 млн голов, – коз": a row told off behind its changes."""
    last = discourse.last_in(question.sentence_index)
    if last is None or question.preposition != "на":
        return None
    words, index = question.sentence.words, _behind_level(question)
    if index + 1 >= len(words) or words[index].text not in _DASHES:
        return None
    phrase = usable(question, phrase_at(words, index + 1))
    if phrase is None or [r.case for r in words[phrase.head].readings[:1]] != ["Nom"]:
        return None
    following = words[phrase.last + 1 : phrase.last + 2]
    closes = not following or following[0].text in ",;."
    return subject_of(words, phrase, "change.inverted") if closes else None


def _behind_level(question: Question) -> int:
    """Index of the word behind a change and the level that it led to: "на 4%, до 48 млн голов"."""
    words, index = question.sentence.words, question.number.index + 1
    told = words[index : index + 3]
    is_led = len(told) == 3 and told[0].text == "," and told[1].low == "до" and told[2].expression is not None
    index += 3 * is_led
    return index + (is_led and index < len(words) and words[index].text == ",")
