"""What the clause before a bare number speaks of: counted things, sums of money, or neither.

Belongs here: the label of a number in raw text. Does not belong here: how two numbers stand to each
other (`ellipsis_frames`) and the subject of a fact (`subjects`).
"""

import re

from extractors.expressions.ellipsis_frames import is_decimal, preposition
from extractors.expressions.expression import Expression
from extractors.lexicon.readings import Reading, readings

_I = re.IGNORECASE
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_START = re.compile(r"[,;:(\n]|[.!?]\s+(?=[«\"–—-]?\s?[А-ЯЁ])|\s[–—]\s(?=[^–—]*[–—]\s)")
_COUNTING = re.compile(
    r"числ[оа]|числом|количеств\w+|численност\w+|контингент\w*|тираж\w*|их|всего|итого", _I
)
_PEOPLE = re.compile(r"население|численность", _I)
# "март", "май" and "август" are also forms of names of people, "чек" of the pin of a grenade, in the plural.
_MONTH = re.compile(
    r"январ\w|феврал\w|март\w?|апрел\w|ма[йяе]|ию[нл]\w|август\w?|(?:сентя|октя|ноя|дека)бр\w", _I
)
_NO_THINGS = frozenset(
    {
        "чек",
        "евро",
        "доллар",
        "рубль",
        "юань",
        "фунт",
        "франк",
        "килограмм",
        "грамм",
        "литр",
        "метр",
        "киловатт",
    }
)
_MONEY = re.compile(
    r"(?<!\w)(?:зарплат\w*|плат[аыу]|оплат[аыуе]?|пенси[яиюей]+|пособи[еяюй]\w*|стипенди\w+|тариф\w*|цен[аыуе]|стоимост\w+|доход\w*|расход\w*|"
    r"штраф\w*|сумм[аыу]|налог\w*|чек|выплат[аыу]|субсиди\w+|грант[аы]?|кредит\w*|долг\w*|бюджет\w*|инвестици\w*|оборот\w*|"
    r"выручк\w+|прибыл(?:ь|ью|и|ей)|убыт\w+|экспорт\w*|импорт\w*|ущерб\w*|задолженност\w+|взнос\w*|оклад\w*|жаловань\w+|финансировани\w+)(?!\w)",
    _I,
)
_SPENT = re.compile(
    r"(?<!\w)(?:осво|израсход|выдел|профинанс|потра|выплач|направл|перечисл|возмещ|взыск|вложен|вложил|инвестир|заложен|"
    r"предусмотр|уплач|собран|поступил|возвращ|дал|принес|принёс|привлек)\w*",
    _I,
)
_GOT = re.compile(r"(?<!\w)получ(?:ит|ил|ат|или|ила|ило)\s", _I)
_GOES = re.compile(r"\s(?:пойдут|пойд[её]т|направят|выделят)\s", _I)
_WINDOW = 90


def label_of(text: str, expression: Expression, floor: int) -> str:
    """The clause before a number, from `floor` (the end of the number before) or the last mark on."""
    start = max(floor, expression.start - _WINDOW)
    marks = list(_CLAUSE_START.finditer(text, start, expression.start))
    if not marks and start == floor > 0:
        return ""  # what follows the number before without a mark belongs to that
    return text[marks[-1].end() if marks else start : expression.start]


def is_money_label(text: str, expression: Expression, floor: int) -> bool:
    """Whether the clause names something that is told in money ("минимальная зарплата останется 85 000")."""
    return _MONEY.search(label_of(text, expression, floor)) is not None


def is_spending(text: str, expression: Expression, floor: int) -> bool:
    """Whether the clause has a verb of spending ("освоено", "перечислено")."""
    return _SPENT.search(text, max(floor, expression.start - _WINDOW), expression.start) is not None


def is_given(text: str, expression: Expression, floor: int) -> bool:
    """Whether the clause tells of what somebody gets or gives: "школа получит", "направлено", "пойдут"."""
    if _GOES.match(text, expression.end) is not None:
        return True
    is_got = _GOT.search(text, max(floor, expression.start - _WINDOW), expression.start) is not None
    return is_got or is_spending(text, expression, floor)


def is_count_label(text: str, expression: Expression, floor: int) -> bool:
    """Whether the clause names things that are counted ("процедурных нарушений – 1 208", "их 213").

    A genitive plural at its start does, and so does "число". In thousands of millions only people and the
    like are counted that way: "доходов поступило 5 млрд" is money.
    """
    words = _WORD.findall(label_of(text, expression, floor))
    if words and (_PEOPLE.fullmatch(words[0]) or any(word.startswith("абсолютн") for word in words)):
        return True
    if any(_COUNTING.fullmatch(word) for word in words[:-1]) or (
        words and words[-1].lower() in ("их", "число")
    ):
        return True
    needs_people = expression.scale >= 1_000_000 or is_decimal(expression)
    if any(_MONTH.fullmatch(word) or word.lower() in _NO_THINGS for word in words):
        return False
    for word in words:
        found = readings(word)
        if not found or found[0].pos == "ADP":
            return False
        noun = _noun(found)
        if noun is None:
            if found[0].pos in ("ADJ", "NUM", "CCONJ", "PART", "ADV"):
                continue
            return False
        if noun.number != "Plur" or (
            noun.case != "Gen" and (not noun.is_animate or preposition(text, expression) or _acts(words[-1]))
        ):
            return False
        return noun.is_animate or not needs_people
    return False


def _acts(word: str) -> bool:
    """As in "рязанские доярки надоили 38": people who did something to what is not named here."""
    found = readings(word)
    return bool(found) and found[0].verb_form == "Fin" and not word.endswith(("ся", "сь"))


def _noun(found: tuple[Reading, ...]) -> Reading | None:
    nouns = [reading for reading in found if reading.pos == "NOUN"]
    if not nouns or (found[0].pos != "NOUN" and nouns[0].score < 0.3):
        return None
    plural = [reading for reading in nouns if (reading.case, reading.number) == ("Gen", "Plur")]
    return plural[0] if plural and plural[0].score >= 0.1 else nouns[0]
