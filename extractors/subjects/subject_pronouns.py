"""Numbers whose clause has a pronoun for its subject: "они выросли на 16%".

Belongs here: the pronoun beside the verb and the noun that it stands for. Does not belong here: pronouns
that resume a number ("это", "что": `subject_resumed`) and subjects named outright (`clauses`).
"""

import re
from collections.abc import Sequence

from extractors.changes.change_words import change_words
from extractors.language.words import Word
from extractors.lexicon.readings import Reading
from extractors.lexicon.subject_lexicon import (
    COUNT_NOUNS,
    LEVEL_VERBS,
    NOT_SUBJECTS,
    POINTING_NOUNS,
    SHARE_NOUNS,
    STATING_VERBS,
)
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import phrase_at, phrase_ending
from extractors.phrases.phrase_words import is_noun, noun_reading
from extractors.phrases.phrases import build, is_preposed
from extractors.phrases.plain_phrases import words_of
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_verbs import is_active, verb_lemma
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.labels import ONLY_LEADING
from extractors.subjects.phrase_subjects import DEMONSTRATIVES, subject_of
from extractors.subjects.questions import Question

_FORMS = {"они": ("Plur", ""), "он": ("Sing", "Masc"), "она": ("Sing", "Fem"), "оно": ("Sing", "Neut")}
_OWNERS = {"их": ("Plur", ""), "его": ("Sing", "Masc"), "её": ("Sing", "Fem"), "ее": ("Sing", "Fem")}
_SHOWING = DEMONSTRATIVES - {"он"}
_BEING = frozenset({"стать", "становиться", "насчитываться", "остаться", "оставаться"})
_WHOLE = frozenset({"общий", "суммарный", "совокупный"})
_OUTCOMES = frozenset({"итогам", "результатам"})  # "По итогам октября они выросли"
_REACH = 30
_CONCERNS, _TOPIC_REACH = frozenset({"касается", "касаемо", "говоря"}), 6
_OPENING = frozenset(",;:–—-")
_WHERE = frozenset({"в", "во", "на"})
_ENDS = re.compile(r"[.!?…]\s+(?=[«\"(]?[А-ЯЁ])")
_LETTERS = re.compile(r"[^\W\d_]{3}")


def of_pronoun(question: Question, discourse: Discourse) -> Subject | None:
    """As in "поступления от налога обеспечили план, они выросли на 16%": the nearest noun that agrees."""
    words, verb = question.sentence.words, question.verb
    brought = _brought(question, discourse)
    if brought is not None:
        return brought
    if verb is None:
        return None
    changes = question.change is not None and question.change.word == verb.index
    if is_active(verb) and _acts(verb_lemma(verb), changes=changes):
        return None  # "они получили 5 млн": who acts is not measured
    if verb_lemma(verb) not in LEVEL_VERBS and question.sentence.arguments.get(verb.index, {}).get("obj"):
        return None  # "они увеличили выпуск на 5%"
    start = segment_start(words, verb.index)
    own = words[start : question.number.index]
    pronoun = next((word for word in own if word.low in _FORMS or _is_pointed_at(words, word)), None)
    if pronoun is None or pronoun.index > verb.index + 2:
        return None
    form = _FORMS.get(pronoun.low) or _OWNERS[pronoun.low]
    last = discourse.last_in(question.sentence_index)
    named = pronoun.index + 1 + (words[pronoun.index + 1].lemma in _WHOLE)
    if pronoun.low == "их" and last is not None and words[named].lemma in COUNT_NOUNS:
        found = discourse.of_family(question.family_code) or last.subject
        return found.by("clause.pronoun")  # "350 дел по краже, за год их число превысило 400"
    concerned = _concerned(words[: pronoun.index], form)
    if concerned is not None:
        return concerned
    is_he = pronoun.low == "он"
    if is_he and verb_lemma(verb) not in STATING_VERBS and not changes:
        return None
    before = _right_before(words, pronoun.index, form) or _nearest(words[: pronoun.index], form, is_he=is_he)
    if before is None or _is_only_where(words[: pronoun.index]):
        return _nearest(_before(discourse), form, is_he=is_he) or before
    return before


def _brought(question: Question, discourse: Discourse) -> Subject | None:
    """As in "оборот превысил 4 млрд, стоит цель увеличить его до 10 млрд": an object that was measured."""
    words, number = question.sentence.words, question.number.index
    index = before_skipped(words, number - 1)
    is_brought = index > 1 and words[index].low in _OWNERS and question.preposition in ("до", "на")
    if not is_brought or words[index - 1].pos != "VERB":
        return None
    found = discourse.of_family(question.family_code)
    form = _OWNERS[words[index].low]
    may_be = found is not None and (form[0] == "Plur" or found.gender in ("", form[1]))
    return found.by("clause.pronoun") if found is not None and may_be else None


def of_theirs(question: Question, discourse: Discourse) -> Subject | None:
    """As in "лесхозы оснащают дронами, их уже 99", "их стало больше": the genitive of what there is."""
    words, number = question.sentence.words, question.number.index
    start = segment_start(words, number)
    pronoun = next((w.index for w in words[start:number] if w.low == "их"), -1)
    if pronoun < 0 or not (pronoun == 0 or words[pronoun - 1].text in _OPENING or _are(words[pronoun + 1])):
        return None
    if number in question.sentence.counted or phrase_at(words, pronoun + 1) is not None:
        return None
    is_first = all(word.pos != "VERB" and word.text not in _OPENING for word in words[:pronoun])
    before = _before(discourse) if is_first else words[:pronoun]
    nouns = [word for word in before[-_REACH:] if is_noun(word) and _agrees(word, _FORMS["они"])]
    found = next((w.index for w in reversed(nouns) if not is_preposed(before, build(before, w.index))), None)
    if found is None and nouns and nouns[-1].index == pronoun - 2 and not is_first:
        found = nouns[-1].index  # "рост пришёлся на ткачей – их стало больше"
    return subject_of(before, build(before, found), "clause.pronoun") if found is not None else None


def _are(verb: Word) -> bool:
    return verb.lemma in _BEING


def of_pointer(question: Question, discourse: Discourse) -> Subject | None:
    """As in "после газификации 10 сёл этот показатель составит 99%": of what the last of its kind was."""
    words, number = question.sentence.words, question.number.index
    for word in words[segment_start(words, number) : number]:
        points = word.lemma in POINTING_NOUNS and word.has("NOUN", "Nom")
        is_shown = word.index > 0 and words[word.index - 1].lemma in _SHOWING
        if points and is_shown and not _is_made_up(question, word):
            found = discourse.of_family(question.family_code, in_bracket=False)
            last = discourse.last() if question.change is not None else None
            found = last.subject if found is None and last is not None else found
            if found is None and discourse.topic is None:
                found = discourse.left_by_block(question.family_code)
            return found.by("ellipsis") if found is not None else None
    return None


def bare_pointer(question: Question) -> Subject | None:
    """As in "этот показатель составил 12%": the word that only points, where nothing says to what."""
    for word in reversed(question.sentence.words[: question.number.index]):
        if word.lemma in POINTING_NOUNS and word.has("NOUN", "Nom"):
            return Subject(word.lemma, word.lemma, "pointing", "Masc")
    return None


def _is_made_up(question: Question, pointer: Word) -> bool:
    """As in "из этой суммы 5 млн составили налоги": the verb names what the number is of."""
    is_governed = pointer.index > 1 and question.sentence.words[pointer.index - 2].pos == "ADP"
    return is_governed and question.verb is not None and question.verb.lemma in STATING_VERBS


def _concerned(words: Sequence[Word], form: tuple[str, str]) -> Subject | None:
    """As in "Что касается вывоза леса, то он составил 6 млн", "Говоря о вывозе": the topic at the start."""
    verb = next((word.index for word in words[:_TOPIC_REACH] if word.low in _CONCERNS), None)
    if verb is None or verb + 2 >= len(words):
        return None
    is_about = words[verb + 1].low in ("о", "об")
    phrase, case = phrase_at(words, verb + 1 + is_about), "Loc" if is_about else "Gen"
    is_meant = phrase is not None and any(
        r.pos == "NOUN" and r.case == case and _fits(r, form) for r in words[phrase.head].readings
    )
    return subject_of(words, phrase, "clause.pronoun") if phrase is not None and is_meant else None


def _is_only_where(words: Sequence[Word]) -> bool:
    """As in "В сёлах их число сократилось": nothing but a place opens the sentence before the pronoun."""
    return words[0].low in _WHERE and not any(word.pos == "VERB" or word.text == "," for word in words)


def _acts(verb: str, *, changes: bool) -> bool:
    """Whether a verb is one of acting: one of change is where it has a reflexive ("увеличить выпуск")."""
    return f"{verb}ся" in change_words() if changes else verb not in LEVEL_VERBS


def _before(discourse: Discourse) -> Sequence[Word]:
    """The words of the sentence right before; one without numbers is read only here."""
    said = discourse.unread.strip(" .!?…\n")
    return words_of(_ENDS.split(said)[-1]) if _LETTERS.search(said) else discourse.before


def _is_pointed_at(words: Sequence[Word], owner: Word) -> bool:
    """As in "его уровень вырос на 3%": a possessive before a bare noun that only says how much."""
    if owner.low not in _OWNERS:
        return False
    place = owner.index + 1
    place += place < len(words) and words[place].lemma in _WHOLE  # "их общее число"
    noun = words[place] if place < len(words) else None
    if noun is None or noun.lemma not in POINTING_NOUNS - SHARE_NOUNS or not noun.has("NOUN", "Nom"):
        return False
    behind = words[noun.index + 1] if noun.index + 1 < len(words) else None
    return behind is None or noun_reading(behind, "Gen") is None


def _nearest(words: Sequence[Word], form: tuple[str, str], *, is_he: bool) -> Subject | None:
    """The last noun in the number and gender of a pronoun, a nominative before others; "он" is a subject."""
    nearest = range(len(words) - 1, max(-1, len(words) - _REACH), -1)
    nouns = [i for i in nearest if is_noun(words[i]) and not words[i].in_place]
    found = [i for i in nouns if _agrees(words[i], form)]
    subjects = [i for i in found if words[i].readings[0].case == "Nom"]
    # "цены на товары растут – они поднялись": what a preposition governs only where nothing else agrees
    subjects = [i for i in subjects if not is_preposed(words, build(words, i))] or subjects
    if is_he:
        likeliest = [i for i in subjects if words[i].relation.startswith("nsubj")]
    else:
        likeliest = subjects or found or [i for i in nouns if _may_be_nominative(words[i], form)]
    if not likeliest:
        return None
    whole = phrase_ending(words, likeliest[0])
    head = whole.head if whole is not None and _agrees(words[whole.head], form) else likeliest[0]
    return subject_of(words, build(words, head), "clause.pronoun")


def _right_before(words: Sequence[Word], pronoun: int, form: tuple[str, str]) -> Subject | None:
    """As in "лидерами стали яблоки – они подорожали": the nominative that a dash parts from its pronoun."""
    if pronoun < 2 or words[pronoun - 1].text not in "–—-" or not is_noun(words[pronoun - 2]):
        return None
    phrase = phrase_ending(words, pronoun - 2)
    is_meant = phrase is not None and _may_be_nominative(words[phrase.head], form)
    if phrase is None or not is_meant or is_preposed(words, phrase):
        return None
    return subject_of(words, phrase, "clause.pronoun")


def _agrees(noun: Word, form: tuple[str, str]) -> bool:
    """Whether the likeliest noun reading has the pronoun's number, and its gender in the singular."""
    reading = next((r for r in noun.readings if r.pos == "NOUN"), None)
    if reading is None or reading.lemma in NOT_SUBJECTS or noun.low in ONLY_LEADING | _OUTCOMES:
        return False
    return _fits(reading, form)


def _may_be_nominative(noun: Word, form: tuple[str, str]) -> bool:
    """As in "дали поступления": a form that is rather a genitive elsewhere."""
    return any(r.pos == "NOUN" and r.case == "Nom" and _fits(r, form) for r in noun.readings)


def _fits(reading: Reading, form: tuple[str, str]) -> bool:
    return reading.number == form[0] and form[1] in ("", reading.gender)
