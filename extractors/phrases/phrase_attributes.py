"""Attributes before a noun: adjectives and participles that agree with it, joined ones too.

Belongs here: whether a word is an attribute where it stands, and where the attributes of a noun begin. Does
not belong here: whole phrases (`phrase_bounds`) and a participle's own words (`phrase_participles`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.dictionary import takes_object
from extractors.lexicon.readings import Reading
from extractors.phrases.phrase_form import agree
from extractors.phrases.phrase_words import adjective_reading, is_adjective, is_noun, noun_reading

_LINKING = frozenset({"и", "или", ","})
_MOST_WORDS = 6
_MANY = ("ых", "их")
_POINTING = frozenset({"этот", "тот", "такой"})
_ACTIVE = ("вших", "щих", "вшихся", "щихся", "едших", "есших", "ёсших", "игших", "ибших", "икших")
_OF_GENITIVE = ("требующ", "достигш", "ожидающ", "заслуживающ", "лишивш")
_OF_DATIVE = ("подлежащ", "принадлежащ", "соответствующ", "подвергш")
MODIFIERS = frozenset(
    {"особо", "особенно", "не", "вновь", "ныне", "впервые", "ранее", "наиболее", "социально", "экономически"}
    | {"экологически", "стратегически", "технически", "технологически", "физически", "юридически"}
    | {"полностью", "частично", "временно", "постоянно", "незаконно", "общественно", "жизненно"}
    | {"уголовно", "остро", "хронически", "психически", "критически", "исторически", "крайне"}
)
"""Adverbs that belong to the attribute behind them: "особо тяжких", "экономически активного"."""
_WORKING = "рабоч"
_OF_WORK = frozenset({"место", "день", "неделя", "час", "время", "группа", "поездка", "визит", "программа"})
_OF_QUALITY = ("ски", "льно", "енно", "ивно", "онно")
_OF_CLAUSE = frozenset({"соответственно", "одновременно", "практически", "действительно", "дополнительно"})


def is_attribute(words: Sequence[Word], index: int) -> bool:
    """Whether a word is an attribute here; one that is rarely an adjective may be joined to another."""
    if is_adjective(words[index]):
        return not _heads_phrase(words, index)
    if index + 1 < len(words) and _tells_people(words[index], words[index + 1]):
        return True
    is_joined = index + 3 < len(words) and words[index + 1].low in ("и", "или")
    return (
        is_joined
        and adjective_reading(words[index]) is not None
        and _is_plain_attribute(words[index + 2])
        and _joins_attributes(words, index + 1)
        and is_noun(words[index + 3])
    )


def _tells_people(word: Word, noun: Word) -> bool:
    """As in "безработных граждан": a word for people is an attribute before other people in the same form."""
    if not word.low.endswith(_MANY) or adjective_reading(word, "Gen") is None:
        return False
    people = noun_reading(noun, "Gen")
    return people is not None and people.is_animate and people.number == "Plur"


def goes_on(words: Sequence[Word], index: int, attributes: int) -> bool:
    """Whether a conjunction joins a further attribute, or an adverb belongs to the next one."""
    word = words[index]
    if attributes and word.low in _LINKING:
        return _joins_attributes(words, index)
    if index + 1 >= len(words) or not is_attribute(words, index + 1):
        return False
    return is_modifier(word) or _is_manner_of(words, index)


def is_modifier(word: Word) -> bool:
    """Whether an adverb belongs to the attribute behind it: a listed one, or one of quality."""
    is_of_quality = word.low.endswith(_OF_QUALITY) and word.low not in _OF_CLAUSE
    return word.low in MODIFIERS or (is_of_quality and any(r.pos == "ADV" for r in word.readings[:2]))


def _is_plain_attribute(word: Word) -> bool:
    """Whether a word is rather an attribute than a noun: "зернобобовых", but not "служащих"."""
    first = word.readings[0] if word.readings else None
    is_adjective_first = first is not None and first.pos == "ADJ" and not first.is_participle
    return is_adjective_first or noun_reading(word) is None


def _joins_attributes(words: Sequence[Word], index: int) -> bool:
    """Whether the words around a conjunction or comma are attributes in one form ("малых и средних")."""
    joined = index + 1
    if joined + 1 < len(words) and (is_modifier(words[joined]) or _is_manner_of(words, joined)):
        joined += 1
    if joined >= len(words) or not is_adjective(words[joined]) or _opens_clause(words, index):
        return False
    forms = {(r.case, r.number) for r in words[index - 1].readings if r.pos == "ADJ"}
    return any((r.case, r.number) in forms for r in words[joined].readings if r.pos == "ADJ")


def _opens_clause(words: Sequence[Word], comma: int) -> bool:
    """As in "детей, оставшихся без родителей": a participle with words of its own behind the comma."""
    behind = words[comma + 2].pos if comma + 2 < len(words) else ""
    is_participle = any(reading.is_participle for reading in words[comma + 1].readings[:2])
    return words[comma].text == "," and is_participle and behind == "ADP"


def _is_manner_of(words: Sequence[Word], adverb: int) -> bool:
    """As in "пустующих или незаконно выданных": an adverb right before a participle says how."""
    told = words[adverb + 1].readings if words[adverb].pos == "ADV" else ()
    return bool(told) and told[0].pos == "ADJ" and any(r.is_participle for r in told)


def _heads_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether an ambiguous adjective is the noun here ("рабочий", "данные"): no noun follows it."""
    word = words[index]
    if noun_reading(word) is None:
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.low in _LINKING and _joins_attributes(words, index + 1):
        joined = words[index + 2]
        closes = index + 3 < len(words) and is_noun(words[index + 3])
        return not closes or not _is_plain_attribute(joined)
    return following is None or not (is_noun(following) or is_adjective(following))


def is_governed(words: Sequence[Word], index: int) -> bool:
    """As in "занятых трудовой деятельностью граждан": an attribute of what the participle before governs.

    So is one of what the word for people governs: "больных острым бронхитом".
    """
    before = words[index - 1]
    participle = next((r for r in before.readings if r.is_participle), None)
    if participle is None and words[index].has("ADJ", "Ins"):
        return _is_out_of_form(words, index, "ADJ")
    if participle is None or participle.case != "Gen":
        return False
    return not any(
        (r.case, r.number) == ("Gen", participle.number) for r in words[index].readings if r.pos == "ADJ"
    )


def completes(words: Sequence[Word], index: int) -> bool:
    """As in "покрытых лесом участков", "больных гепатитом": a noun that only completes the word before."""
    is_active, noun = words[index - 1].low.endswith(_ACTIVE), words[index]
    if is_active and noun.text.isupper() and len(noun.text) > 1:
        return takes_object(words[index - 1].low)  # "сдавших ЕНТ", but "действующих ТЭЦ"
    is_object = is_active and _is_object(words[index - 1], noun)
    return (is_object or words[index].has("NOUN", "Ins")) and _is_out_of_form(words, index, "NOUN")


def _is_object(participle: Word, noun: Word) -> bool:
    """As in "имеющих опыт врачей", "подлежащих сносу домов", "требующих ремонта дорог"."""
    if noun.has("NOUN", "Acc") or (noun.has("NOUN", "Gen") and participle.low.startswith(_OF_GENITIVE)):
        return True
    is_sure = not noun.has("NOUN", "Gen") or participle.low.startswith(_OF_DATIVE)
    return is_sure and noun.has("NOUN", "Dat")


def _is_out_of_form(words: Sequence[Word], index: int, pos: str) -> bool:
    """Whether a word, read as `pos`, shares no case and number with the adjective or participle before it."""
    forms = {_form(r) for r in words[index - 1].readings if r.pos == "ADJ"}
    return bool(forms) and not any(_form(r) in forms for r in words[index].readings if r.pos == pos)


def _form(reading: Reading) -> tuple[str, str, str, bool]:
    """What an attribute shares with its noun: the gender in the singular, what lives in some accusatives."""
    is_shown = reading.number == "Plur" and reading.case == "Acc"
    gender = reading.gender if reading.number == "Sing" else ""
    return reading.case, reading.number, gender, is_shown and reading.is_animate


def first_attribute(words: Sequence[Word], head: int) -> int:
    """Index of the first attribute that agrees with a noun, of the noun itself if it has none."""
    first = head
    while first > 0 and head - first < _MOST_WORDS:
        if not _agrees(words[first - 1], words[head]) and not (
            first < head and _joins_before(words, first, head)
        ):
            break
        first -= 1
    is_this = words[first].lemma in _POINTING  # "ранее эта процедура"
    if (
        0 < first < head
        and not is_this
        and words[first - 1].low in MODIFIERS
        and words[first - 1].low != "не"
    ):
        first -= 1  # "экономически активное население"
    return first


def _agrees(word: Word, noun: Word) -> bool:
    """Whether a word is an adjective, and no noun in the first place, that agrees with the noun behind."""
    if _tells_people(word, noun):
        return True
    if not is_adjective(word) or not agree(word, noun):
        return False
    if not (is_noun(word) and word.readings[0].pos == "NOUN") or _is_of_work(word, noun):
        return True
    if word.readings[0].is_animate and noun.has("NOUN", "Gen"):
        return False  # "служащие предприятия"
    return word.has("ADJ", "Nom")  # "Посевная площадь" has one head


def _is_of_work(word: Word, noun: Word) -> bool:
    """As in "рабочие места": what is called so is of work, and no workers' own."""
    return word.low.startswith(_WORKING) and noun.lemma in _OF_WORK


def _joins_before(words: Sequence[Word], first: int, head: int) -> bool:
    """Whether a conjunction or comma right before `first` joins one more adjective, no participle."""
    if first > 2 and words[first - 1].low not in _LINKING and is_modifier(words[first - 1]):
        first -= 1  # "засорённых и сильно заросших полей"
        if words[first - 1].low not in _LINKING:
            return False
        return is_adjective(words[first - 2]) and agree(words[first - 2], words[head])
    if first < 2 or words[first - 1].low not in _LINKING:
        return False
    joined = words[first - 2]
    return is_adjective(joined) and not joined.readings[0].is_participle and agree(joined, words[head])
