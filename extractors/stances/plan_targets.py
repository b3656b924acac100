"""Tasks and aims that a clause tells of: "поставлена задача по вывозу 5 тонн", "с целью создания 80 мест".

Belongs here: goals that are set, and what is to be done up to the number. Does not belong here: labels of
plans (`plan_labels`) and what a change aims at (`plan_attributes`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.stances.plan_labels import is_plan_noun
from extractors.stances.plan_lexicon import plan_classes

_AIM = ("с", "целью")
_SETTING = frozenset(
    {
        "поставить",
        "ставить",
        "стоять",
        "определить",
        "дать",
        "принять",
        "утвердить",
        "сделать",
        "озвучить",
        "обозначить",
        "составить",
        "составлять",
        "разработать",
        "разрабатывать",
        "подготовить",
        "готовить",
        "представить",
        "иметь",
    }
)


def has_target(words: Sequence[Word], number: Word) -> bool:
    """ "поставлена задача по увеличению экспорта до 5 млрд", "с целью создания 80 мест": a task or aim."""
    classes = plan_classes()
    nouns = classes["noun"] | classes["noun_with_infinitive"]
    for place, word in enumerate(words):
        if word.index >= number.index:
            return False
        if place and (words[place - 1].low, word.low) == _AIM:
            behind = [w for w in words[place + 1 :] if w.index < number.index]
            return all(w.pos in ("NOUN", "ADJ", "ADV") or w.low == "и" for w in behind)
        if word.pos == "NOUN" and word.lemma in nouns:
            verbs = [w for w in words if w.pos == "VERB"]
            is_set = all(w.lemma in _SETTING for w in verbs)
            joint = words[place + 1].low if place + 1 < len(words) else ""
            return is_set and (joint in ("по", "о", "об") or _is_plan_of(words, place, number))
    return False


def _is_plan_of(words: Sequence[Word], place: int, number: Word) -> bool:
    """ "составляет планы строительства 300 больниц": nothing but what is to be done up to the number."""
    behind = [w for w in words[place + 1 :] if w.index < number.index]
    is_done = words[place].lemma == "план" and any(w.pos == "NOUN" and w.has("NOUN", "Gen") for w in behind)
    return is_done and all(w.pos in ("NOUN", "ADJ", "ADV") or w.low in ("и", "более") for w in behind)


def sets_plan(words: Sequence[Word]) -> bool:
    """ "поставлены цели: ввод 5 школ", "определены задачи": what is set lies ahead."""
    verbs = [word for word in words if word.pos == "VERB"]
    are_set = bool(verbs) and all(any(r.lemma in _SETTING for r in verb.readings) for verb in verbs)
    return are_set and any(is_plan_noun(word, "Nom") for word in words)
