"""Rules for numbers that are told as a part of something: "8 из 10", "часть которых (92%)", "52% от числа".

Belongs here: parts whose whole stands right beside them. Does not belong here: ellipsis (`subject_linked`)
and the `part_of` of a fact (`part_markers`).
"""

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import BARE_POINTERS, COUNT_NOUNS, PEOPLE, SHARE_NOUNS, TARGET_NOUNS
from extractors.phrases.bounding_words import SKIPPED, before_skipped
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_adjective, is_noun
from extractors.phrases.segments import behind_bracket, segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import OF_THEM, Family, Question
from extractors.subjects.subject_resumed import counted_before
from extractors.subjects.verb_nouns import verb_noun

_REACH = 8
_BOUND = 4  # "из более чем 20"
_WHERE = frozenset({"в", "во", "на", "по", "у"})
_PLACED = "of_them.where"
_FUNDS = "средство"
_HELD_OF = {"от": "Gen", "из": "Gen", "в": "Loc"}
_TOTALS = COUNT_NOUNS | {"объём", "объем", "сумма", "площадь"}


def out_of(question: Question, discourse: Discourse) -> Subject | None:
    """As in "8 блоков из 10": the second counts what the first does."""
    last = discourse.last_in(question.sentence_index)
    if last is None or question.preposition not in ("из", "вместо", "против"):
        return None
    is_next = counted_before(question.sentence.words, question.number.index - 2)
    return last.subject.by("out_of") if is_next and not _measures_own(question) else None


def _measures_own(question: Question) -> bool:
    """As in "переселили 83 человека из 5 тыс. кв. м ветхого жилья": a measure has a noun of its own."""
    words, behind = question.sentence.words, question.number.index + 1
    phrase = phrase_at(words, behind) if question.family is Family.QUANTITY and behind < len(words) else None
    return phrase is not None and words[phrase.head].has("NOUN", "Gen")


def out_of_next(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "2 из 5 школ", "26% из более чем 20 км дорог": the first is of what the second counts."""
    words, index = question.sentence.words, question.number.index + 1
    if index >= len(words) or words[index].low != "из":
        return None
    whole = next((i for i in range(index + 1, min(index + _BOUND, len(words))) if words[i].expression), None)
    if whole is None or any(
        word.pos != "ADJ" and word.low not in SKIPPED for word in words[index + 1 : whole]
    ):
        return None
    counted = phrase_at(words, whole + 1)
    is_counted = counted is not None and counted.head_lemma in BARE_POINTERS  # "4 из 6 показателей"
    phrase = counted if is_counted else usable(question, counted)
    is_where = question.preposition in _WHERE  # "в 5 из 9 школах", a slip of many writers
    if phrase is None or not (words[phrase.head].has("NOUN", "Gen") or is_where):
        return None
    return subject_of(words, phrase, "out_of")


def of_selection(question: Question, discourse: Discourse) -> Subject | None:
    """As in "из 64 посёлков 42 обеспечены водой": the part of what "из" has named in the same segment."""
    last = discourse.last_in(question.sentence_index)
    if last is None or last.preposition != "из":
        return None
    is_next = counted_before(question.sentence.words, question.number.index - 1, SKIPPED)
    return last.subject.by("out_of") if is_next else None


def where_of_them(question: Question, discourse: Discourse) -> Subject | None:
    """As in "в 97 из них работают водопроводы, в 392 – колодцы": where something is, not what there is."""
    if question.preposition not in _WHERE:
        return None
    last = discourse.last_in(question.sentence_index)
    if last is not None and last.subject.rule == _PLACED and last.preposition == question.preposition:
        return last.subject
    if last is not None and last.family == question.family_code and _leads_verb(question):
        return last.subject.by(_PLACED)
    if not is_out_of_them(question):
        return None
    told = (
        earlier.subject for earlier in reversed(discourse.antecedents[-_REACH:]) if not earlier.in_bracket
    )
    found = next((subject for subject in told if subject.head not in PEOPLE), None)
    return found.by(_PLACED) if found is not None else None


def is_out_of_them(question: Question) -> bool:
    """Whether "из них" stands right behind the number."""
    number = question.number.index
    behind = [word.low for word in question.sentence.words[number + 1 : number + 3]]
    return len(behind) == 2 and behind[0] == "из" and behind[1] in OF_THEM


def _leads_verb(question: Question) -> bool:
    """As in "рассмотрено 45 жалоб, по 10 даны ответы": the number has no noun, the verb another subject."""
    words, index = question.sentence.words, question.number.index
    verb = words[index + 1] if index + 1 < len(words) else None
    opens = index > 1 and words[index - 2].text in (",", ":", ";")
    return opens and verb is not None and verb.pos == "VERB" and verb.readings[0].number == "Plur"


def of_them(question: Question, discourse: Discourse) -> Subject | None:
    """As in "вложено 5 млрд, часть которых (92%) вернулась": the pronoun stands for the number before."""
    words, number = question.sentence.words, question.number.index
    start = segment_start(words, number)
    is_part = is_out_of_them(question)
    if not is_part and not any(word.low in OF_THEM for word in words[max(0, start - 1) : number]):
        return None
    for earlier in reversed(discourse.antecedents[-_REACH:]):
        if earlier.sentence != question.sentence_index and not is_part:
            return None
        if not earlier.in_bracket:
            return earlier.subject.by("of_them")
    return None


def with_whom(question: Question, discourse: Discourse) -> Subject | None:
    """As in "у 54% опрошенных доходы те же, у 28% – выросли": of whom another share is told again."""
    if question.preposition != "у":
        return None
    for earlier in reversed(discourse.antecedents[-_REACH:]):
        if earlier.sentence != question.sentence_index:
            return None
        if earlier.preposition == question.preposition and earlier.family == question.family_code:
            return earlier.subject.by("with_whom")
    return None


def part_of_sum(question: Question, discourse: Discourse) -> Subject | None:
    """As in "заявки на 3 млрд, из которых 2 млрд одобрены": a part of the sum, no noun of a verb its own."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    pronoun = before_skipped(words, question.number.index - 1)
    if (
        last is not None
        and last.family == question.family_code
        and _is_share_by(words, question.number.index)
    ):
        return last.subject.by("of_them")
    is_part = pronoun > 0 and words[pronoun].low in OF_THEM and words[pronoun - 1].low == "из"
    if last is None or not is_part or last.family != question.family_code or last.in_bracket:
        return None
    own = verb_noun(question)
    return last.subject.by("of_them") if own is None or (own.head == _FUNDS and not own.adjunct) else None


def _is_share_by(words: list[Word], number: int) -> bool:
    """As in "достиг 580 млрд, в том числе 65 млрд – через фонд": a part told by what stands behind."""
    before, behind = words[max(0, number - _BOUND) : number], words[number + 1 : number + 3]
    is_told = len(behind) == 2 and behind[0].text in "–—-" and behind[1].pos == "ADP"
    return is_told and any(word.low == "числе" for word in before)


def of_base(question: Question, discourse: Discourse) -> Subject | None:
    """As in "отчиталось 52% от общего числа предприятий": what the share is taken from."""
    goes_on = discourse.last_in(question.sentence_index) is not None
    return None if goes_on else _base(question, _TOTALS) or _held(question)


def _held(question: Question) -> Subject | None:
    """As in "страна даёт 1,5% от мировой добычи", "занимает 2% в добыче": where no noun has the share."""
    words, index = question.sentence.words, question.number.index + 1
    case = _HELD_OF.get(words[index].low) if index < len(words) else None
    phrase = usable(question, phrase_at(words, index + 1)) if case and question.change is None else None
    if phrase is None or case is None or not words[phrase.head].has("NOUN", case):
        return None
    return None if phrase.head_lemma in TARGET_NOUNS else subject_of(words, phrase, "base")


def opening_base(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "48% от общего числа занятых имели", "52% из всех больных": a share that opens its clause."""
    words = question.sentence.words
    before = before_skipped(words, question.number.index - 1)
    opens = before < 0 or words[before].text in ",;" or words[before].low in ("также", "и", "а", "но")
    return _base(question, COUNT_NOUNS) if opens else None


def fronted_total(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "из общего числа школьников на курсы ходят 66%": the whole opens the clause."""
    words = question.sentence.words
    for index, word in enumerate(words[: question.number.index]):
        if word.low not in ("из", "от") or (index and _may_own(words[index - 1])):
            continue
        if index > 1 and is_adjective(words[index - 1]) and _is_counting(words[index - 2]):
            continue  # "число привитых от общего числа жителей"
        phrase = phrase_at(words, index + 1)
        if phrase is not None and phrase.head_lemma in _TOTALS and words[phrase.head].has("NOUN", "Gen"):
            if any(_is_share(one) for one in words[phrase.head + 1 : question.number.index]):
                return None  # "из общего числа занятых доля наёмных составила 70%"
            found = subject_of(words, phrase, "base")
            return found.inner.by("base") if found.inner else None
    return None


def _is_share(word: Word) -> bool:
    return word.lemma in SHARE_NOUNS and word.has("NOUN", "Nom")


def _is_counting(word: Word) -> bool:
    return word.lemma in SHARE_NOUNS | COUNT_NOUNS and word.has("NOUN", "Nom")


def _may_own(before: Word) -> bool:
    """As in "их доля от общего объёма", "5% из числа жителей": the total belongs to what stands before it."""
    return before.expression is not None or (is_noun(before) and not before.in_time)


def _base(question: Question, totals: frozenset[str]) -> Subject | None:
    """What the share right before is taken from: of a total what it is of, of "all" who they are."""
    words = question.sentence.words
    index = behind_bracket(words, question.number.index + 1)
    if index + 2 >= len(words) or words[index].low not in ("от", "из"):
        return None
    is_all = words[index + 1].low == "всех"
    phrase = phrase_at(words, index + 1 + is_all)
    head = words[phrase.head] if phrase is not None else None
    if phrase is None or head is None or not (head.has("NOUN", "Gen") or head.has("ADJ", "Gen")):
        return None
    if is_all:
        return subject_of(words, phrase, "base") if usable(question, phrase) else None
    found = subject_of(words, phrase, "base")
    return found.inner.by("base") if found.head in totals and found.inner else None
