"""Whether the verbs of a clause plan.

Belongs here: future verbs, verbs and nouns of planning with or without an infinitive, drafts, tasks.
Does not belong here: labels and attributes of plans (`plan_labels`) and other tenses (`clause_tense`).
"""

from collections.abc import Sequence
from functools import lru_cache

from extractors.language.words import Word
from extractors.lexicon.dictionary import parses
from extractors.lexicon.readings import Reading
from extractors.stances.plan_lexicon import PLAN_ALONE, Stance, names_plan_alone, plan_classes
from extractors.stances.verb_tense import is_future, tense_of, verb_form

# "Утвердить отчёт об исполнении бюджета" tells of what is done.
_REPORTS = frozenset({"отчёт", "отчет", "исполнение", "итог"})
_SPEAKING = frozenset({"отметить", "подчеркнуть", "заметить", "напомнить", "сказать"})
# Words that an infinitive hangs on in a sentence without a verb.
_SETTING = frozenset({"стоять", "стоить", "ставиться", "поставить", "ставить"})
_PROVIDING = frozenset({"предусмотреть", "предусматривать"})
_SANCTIONS = frozenset({"наказание", "штраф", "ответственность", "лишение", "санкция", "взыскание", "арест"})
_BILLS = frozenset({"поправка", "законопроект", "проект", "изменение", "предложение", "увеличение"})
_MAY = frozenset(
    {"возможность", "право", "способ", "умение", "желание", "как", "где", "если", "чтобы", "можно", "нельзя"}
)
_JOINTS = frozenset({"–", "—", "-", ":"})
_NEEDED = frozenset({"необходимо", "нужно"})
_ACTION_ENDS = ("ание", "ение", "ство", "ция")
_ORDER_REACH = 12
_THERE_IS = "есть"  # "есть 12 школ": to eat by the dictionary
_BEHIND_POINT = 2  # "2" and "." are words


def plans(words: Sequence[Word]) -> bool:
    """Whether a clause plans: a future verb, a verb of planning, a task, a draft."""
    if not words:
        return False
    infinitives = [word for word in words if word.pos == "VERB" and verb_form(word) == "Inf"]
    is_goal = words[0].low in ("чтобы", "чтоб")
    if is_goal and (infinitives or any(word.expression is not None for word in words)):
        return True  # "нужно, чтобы 95% услуг было доступно", but "это, чтобы было понятно, 5%"
    for word in words:
        if word.low == "бы":
            return True  # "это позволило бы сберечь 12 млрд": what has not happened
        if word.pos in PLAN_ALONE and ((word.pos == "VERB" and is_future(word)) or _plans_alone(word, words)):
            return True
        if word.low in _NEEDED and _needs_action(words, word):
            return True
    return bool(infinitives) and any(_plans_with(infinitives, word, words) for word in words)


def _needs_action(words: Sequence[Word], needed: Word) -> bool:
    """ "необходимо строительство 17 домов": what is still to be done, told by a noun of action."""
    behind = [word for word in words if needed.index < word.index <= needed.index + 2]
    return any(w.has("NOUN", "Nom") and w.lemma.endswith(_ACTION_ENDS) for w in behind)


def _plans_alone(word: Word, words: Sequence[Word]) -> bool:
    """ "планируется", "намечено", "в законопроекте – 5 трлн"."""
    if word.in_time or not word.readings:
        return False
    if not names_plan_alone(word.text, word.pos):
        return False
    if word.readings[0].verb_form == "Inf" and word.lemma == "рассчитывать":
        return False  # "1200 осуждённых могут рассчитывать на смягчение"
    if word.lemma in _PROVIDING and _is_in_force(words):
        return False  # "за кражу предусмотрено наказание до 12 лет": the law in force
    return not _is_waiting(word.readings[0]) if word.pos == "VERB" else not _tells_of_past(words)


def _is_in_force(words: Sequence[Word]) -> bool:
    """ "за кражу предусмотрен штраф", where "поправки предусматривают штраф" are still to pass."""
    lemmas = {word.lemma for word in words}
    return bool(lemmas & _SANCTIONS) and not lemmas & _BILLS


def _plans_with(infinitives: Sequence[Word], word: Word, words: Sequence[Word]) -> bool:
    """ "должны открыть", "может достигнуть", "планы довести зарплату"."""
    reading = word.readings[0] if word.readings else None
    if reading is None or word.in_time:
        return False
    classes, lemmas = plan_classes(), {r.lemma for r in word.readings[:2]}
    if reading.pos == "NOUN":
        is_plan = bool(lemmas & (classes["noun"] | classes["noun_with_infinitive"]))
        return is_plan and _leads_to_infinitive(words, word.index)
    if "мочь" in lemmas and reading.tense == "Pres":
        if _is_denied(words, word):
            return False
        if _may_be_done(words, word):
            return True
    if all(infinitive.lemma in _SPEAKING for infinitive in infinitives):
        return False  # "следует отметить состояние 120 домов": the speaker's own words
    if lemmas & classes["left_to_do"]:
        return any(word.index < infinitive.index <= word.index + 3 for infinitive in infinitives)
    is_leading = any(infinitive is not word for infinitive in infinitives)  # not "начали готовиться к двум"
    if (
        is_leading
        and lemmas & classes["with_infinitive"]
        and reading.pos
        in (
            "VERB",
            "ADV",
            "ADJ",
        )
    ):
        return True
    is_now = reading.tense == "Pres" or verb_form(word) in ("Part", "")  # "может", "обязаны"
    may = bool(lemmas & classes["with_perfective"]) and is_now
    return may and any(_is_perfective(infinitive.low) for infinitive in infinitives)


def _is_denied(words: Sequence[Word], may: Word) -> bool:
    """ "12 семей не могут получить жильё": how things are, not what is to come."""
    return any(word.low == "не" and word.index == may.index - 1 for word in words)


def _may_be_done(words: Sequence[Word], may: Word) -> bool:
    """ "может быть создано 10 рабочих мест"."""
    place = next(i for i, word in enumerate(words) if word.index == may.index)
    behind = words[place + 1 : place + 5]
    is_being = any(word.low == "быть" for word in behind)
    done = next((word for word in behind if verb_form(word) == "Part"), None)
    return is_being and done is not None and done.lemma not in plan_classes()["judging"]


def _tells_of_past(words: Sequence[Word]) -> bool:
    """ "при рассмотрении законопроекта внесли 130 поправок": done, though about a draft."""
    return any(tense_of(word) is Stance.PAST for word in words)


def _is_waiting(reading: Reading) -> bool:
    """ "112 пациентов ожидали операции" tells of waiting; "ожидаемо снизилась" that it was no surprise."""
    if reading.verb_form == "Part":
        return reading.tense == "Pres"
    return reading.lemma == "ожидать" and reading.tense == "Past"


def opens_with_task(words: Sequence[Word]) -> bool:
    """ "увеличить долю до 40%", "Правительству обеспечить рост": an infinitive that opens the clause."""
    for place, word in enumerate(words[:4]):
        if word.low in _MAY:
            return False
        if word.pos == "VERB":
            is_sole = place == 0 and word.index == 0 and not any(tense_of(other) for other in words)
            is_task = word.readings[0].verb_form == "Inf" and (_is_perfective(word.low) or is_sole)
            is_task = is_task and word.low != _THERE_IS
            return is_task and not any(other.lemma in _REPORTS for other in words[place + 1 : place + 3])
        if word.readings and not (word.has("NOUN", "Dat") or word.pos in ("PART", "CCONJ")):
            return False
    return False


def is_order(words: Sequence[Word]) -> bool:
    """ "за счёт новых цехов обеспечить прирост на 5%": an infinitive is all the verb that a sentence has."""
    place = next((i for i, word in enumerate(words[:_ORDER_REACH]) if word.pos == "VERB"), 0)
    if place == 0 or not _opens_sentence(words[0]) or verb_form(words[place]) != "Inf":
        return False
    if words[place].lemma in _SPEAKING or words[place].low == _THERE_IS:
        return False
    return not any(word.lemma in _MAY or word.text in _JOINTS for word in words[:place])


def _opens_sentence(word: Word) -> bool:
    """The first word of all, or behind the number of a point: "2. Для охраны лесов нанять 12 егерей"."""
    return word.index == 0 or (word.index == _BEHIND_POINT and word.text[0].isupper())


def _leads_to_infinitive(words: Sequence[Word], index: int) -> bool:
    """ "планы довести зарплату до 40 тысяч": no verb between, but for "задача стоит довести …"."""
    for word in words:
        if word.index > index and word.pos == "VERB" and word.lemma not in _SETTING:
            return word.readings[0].verb_form == "Inf"
    return False


@lru_cache(maxsize=20_000)
def _is_perfective(infinitive: str) -> bool:
    return "perf" in parses(infinitive)[0].tag.grammemes
