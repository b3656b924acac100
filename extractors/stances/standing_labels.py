"""Measures and stocks that are read off rather than gathered over a time: "уровень газификации – 62,4%".

Belongs here: labels of such measures, what has been set or reached and stands so now. Does not belong here:
the tense of a clause by its verbs (`clause_tense`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.stances.plan_lexicon import standing_words
from extractors.stances.verb_tense import verb_form

_MEASURES = frozenset({"уровень", "степень", "показатель"})
_NUMBERS = frozenset({"число", "количество"})
_COME_TO = frozenset({"достигнуть", "достичь", "превысить", "перевалить"})
_SETTING = frozenset({"установить", "утвердить", "зафиксировать"})


def is_standing_label(words: Sequence[Word]) -> bool:
    """ "уровень газификации – 62,4%": a measure that is read off, not gathered over a time."""
    measure, is_headed, is_behind_noun, form = False, False, False, ""
    for word in words[:4]:
        form = form or verb_form(word)
        if word.expression is not None or form == "Inf":
            return False  # "снизить порог до 15 млн"
        first = word.readings[0] if word.readings else None
        if first is not None and first.pos == "NOUN" and first.lemma in standing_words()["noun"]:
            is_owner = is_behind_noun and word.has("NOUN", "Gen")  # "доходов населения – на 5%"
            return measure or (word.has("NOUN", "Nom") and not is_headed and not is_owner)
        is_behind_noun = word.pos == "NOUN"
        measure = word.lemma in _MEASURES
        is_headed = is_headed or (word.pos == "NOUN" and word.has("NOUN", "Nom"))
    return False


def sets_rate(words: Sequence[Word]) -> bool:
    """ "тариф установлен на уровне 215 рублей": what has been set is in force."""
    is_set = any(word.lemma in _SETTING and verb_form(word) == "Part" for word in words)
    return is_set and is_standing_label(words)


def is_reached(words: Sequence[Word], before: Sequence[Word] = ()) -> bool:
    """ "численность составила 118 тысяч", "доля достигла уже 5%": what a stock has come to stands so now."""
    verbs = {word.lemma for word in words if word.pos == "VERB"}
    if not verbs or not verbs <= standing_words()["reaching"]:
        return False
    if any(word.low == "уже" or word.lemma in standing_words()["stock"] for word in words):
        return True
    subject = before if words[0].pos == "VERB" else ()  # "число больных, принятых за день, достигло 900"
    is_total = any(word.lemma in _NUMBERS for word in (*subject, *words))
    return is_total and (verbs <= _COME_TO or any(word.lemma == "общий" for word in words))
