"""Denominators that stand before the numbers they govern: "на одного жителя", "Килограмм говядины стоил".

Belongs here: finding them in a stretch of text, and how far each holds. Does not belong here: adverbs
(`denominator_adverbs`), giving them to numbers (`denominators_before`) and denominators behind a number
(`denominators_behind`).
"""

import re

from extractors.expressions.denominator_adverbs import adverb_before
from extractors.expressions.denominators_behind import noun_behind
from extractors.expressions.ellipsis_frames import crosses_sentence
from extractors.records import record
from extractors.text.raw_words import inner_stems, words_of
from extractors.units.denominators import match_per_at
from extractors.units.unit_forms import match_form
from extractors.units.unit_spelling import skip_spaces

_I = re.IGNORECASE
LEAD = (
    r"(?<!\w)(?P<lead>на|за|с|от(?=\s(?:одной|каждой)\s(?:[а-яё]+\s)?(?:коров|овц|матк|кобыл|несуш))|стоимост\w+|цен\w+|тариф\w*|строительств\w+|производств\w+|себестоимост\w+|содержани\w+|плат\w|зарплат\w|заработ\w+|доход\w?|нагрузк\w|"
    r"обучени\w+|подготовк\w+)\s+"
)
"""What leads to "одного …": a preposition of a rate, or a noun that has a price."""
_ONE = re.compile(LEAD + r"(?:одного|одну|одной|одно|один|каждого|каждую|каждой|каждый|каждое)\s+", _I)
# "За один год цена выросла с 5 до 7 тенге": the time of a movement.
_MOVED = re.compile(
    r"(?:год|месяц|день|неделю|квартал)\s(?:[^\W\d_]+\s){0,4}?(?:вырос|возрос|увелич|сниз|сократ|упал|подорож|подешев|"
    r"уменьш|поднял|подскоч)",
    _I,
)
_PER_HEAD = re.compile(r"(?<!\w)(?:на\s(?:душу(?:\sнаселения)?|человека)|с\sчеловека)(?!\w)", _I)
_PER_ANIMAL = re.compile(
    r"(?<!\w)на\s(?:[а-яё]+ую\s)?(?P<noun>корову|несушку|овцематку|овцу|голову)(?!\w)", _I
)
_ANIMALS = {
    "корову": "корова",
    "несушку": "несушка",
    "овцематку": "овцематка",
    "овцу": "овца",
    "голову": "голова",
}
_IN_TERMS = re.compile(r"(?<!\w)в\s(?:рас|перес)ч[её]те\s(?=на\s)", _I)
_MEASURE = re.compile(
    r"(?<!\w)(?P<word>килограмм(?:а|ом)?|литр(?:а)?|тонн(?:а|ы|у)|баррел(?:ь|я)|кубометр(?:а)?|"
    r"(?:квадратн(?:ый|ого)|кубическ(?:ий|ого))\s+метр(?:а)?|гектар(?:а)?|киловатт-час(?:а)?|"
    r"(?:тройск(?:ая|ой)\s+)?унци(?:я|и|ю)|грамм(?:а)?)(?!\w)",
    _I,
)
_FROM_HECTARE = re.compile(r"(?<!\w)с\s+(?:каждого\s+)?(?:гектара|га)(?!\w)", _I)
_EXCHANGE = re.compile(
    r"(?<!\w)(?:(?P<nominative>доллар|евро|рубль|юань|фунт|франк)(?:\sСША)?\s+(?:[–—]\s|стоит|стоил|торгу|подорож|подешев|укреп|ослаб|"
    r"вырос|снизил|упал|обош|обой)|курс\w{0,2}\s+(?:\w+\s+)?(?P<word>доллара|евро|рубля|юаня|фунта|франка|иены|лиры|сома|сума|дирхама)(?!\w))",
    _I,
)
_NUMBERED = re.compile(
    r"(?:\d|тыс\.?|млн\.?|млрд\.?|тысяч\w*|миллион\w*|миллиард\w*|пять|шесть|семь|восемь|девять|[а-яё]*десять|[а-яё]+дцать|сто|два|две|три|четыре|полтора|полторы)\s+"
    r"(?:(?!январ|феврал|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр)\w+\s+)?$",
    _I,
)
_PRICE = re.compile(
    r"(?<!\w)(?:сто(?:ит|ил|ят|имост)\w*|себестоимост\w*|цен[аыеуо]\w*|обо[шй]\w+|обход\w+|тариф\w*|прода[её]т\w*|торгу\w+|взнос\w*|"
    r"котир\w+)",
    _I,
)
# One look tells most gaps between numbers empty, instead of a search for each way to state a denominator.
_STEMS = inner_stems(
    [
        "одного одну один одной каждого каждой каждый корову несушку овцематку овцу голову душу человека",
        "расчёте пересчёте курс доллар евро рубль юань юаня фунт франк килограмм литр тонна тонну баррель",
        "кубометр квадратный кубический гектар киловатт тройская унция унцию грамм",
    ]
) | {"га"}
_FOR = re.compile(r"(?<!\w)за\s$", _I)  # "за тонну платят", "за литр – 30 тенге"
_WINDOW, _SENTENCE_WINDOW = 160, 160


@record
class Stated:
    """A denominator in force: its code, where it ends, and whether it is one of prices only."""

    code: str
    end: int
    is_price: bool


class StatedBefore:
    """The denominators that one text states before its numbers; each gap between two is searched once."""

    def __init__(self, text: str) -> None:
        """Takes the raw text."""
        self.text = text
        self._things: dict[tuple[int, int], Stated | None] = {}
        self._adverbs: dict[tuple[int, int], str | None] = {}

    def thing(self, floor: int, end: int) -> Stated | None:
        """The last denominator stated between the number before and the one at `end`, in its sentence."""
        gap = (floor, end)
        if gap not in self._things:
            self._things[gap] = _stated_between(self.text, floor, end)
        return self._things[gap]

    def adverb(self, floor: int, end: int) -> str | None:
        """The rate that the clause of the number at `end` states: "ежегодно меняют 300 км"."""
        gap = (floor, end)
        if gap not in self._adverbs:
            self._adverbs[gap] = adverb_before(self.text, floor, end)
        return self._adverbs[gap]


def _stated_between(text: str, floor: int, end: int) -> Stated | None:
    start = max(floor, end - _WINDOW)
    if not words_of(text).has_stem(_STEMS, start, end):
        return None
    found = [
        stated for find in (_ones, _heads, _measures, _yields, _rates) for stated in find(text, start, end)
    ]
    near = [stated for stated in found if not crosses_sentence(text, stated.end, end)]
    return max(near, key=lambda stated: stated.end, default=None)


def thing_at(text: str, position: int) -> tuple[str | None, int]:
    """Code of the unit or lemma of the noun behind a position, None without one, and where it ends."""
    start = skip_spaces(text, position)
    for role in ("unit", "per_noun"):
        form = match_form(text, start, role)
        if form is not None:
            return form.form.code, form.end
    return noun_behind(text, start - 1), start


def is_rate_lead(lead: str) -> bool:
    """Whether "одного …" is led by a preposition: then any number may be per it, else a price only."""
    return lead.lower() in ("на", "за", "с", "от")


def _ones(text: str, start: int, end: int) -> list[Stated]:
    """As in "на одного жителя", "стоимость одного квадратного метра"."""
    out = []
    for match in _ONE.finditer(text, start, end):
        if match["lead"].lower() == "за" and _MOVED.match(text, match.end()):
            continue
        rate = match_per_at(text, match.start()) if is_rate_lead(match["lead"]) else None
        if rate is not None:
            out.append(Stated(rate.code, rate.end, is_price=False))
            continue
        code, noun_end = thing_at(text, match.end())
        if code is not None:
            out.append(Stated(code, noun_end, is_price=not is_rate_lead(match["lead"])))
    return out


def _heads(text: str, start: int, end: int) -> list[Stated]:
    """As in "ВВП на душу населения – 14 тыс. долларов", "в расчёте на гектар – 15 тыс."."""
    heads = [Stated("человек", m.end(), is_price=False) for m in _PER_HEAD.finditer(text, start, end)]
    animals = _PER_ANIMAL.finditer(text, start, end)
    heads += [Stated(_ANIMALS[m["noun"].lower()], m.end(), is_price=False) for m in animals]
    rates = (match_per_at(text, m.end()) for m in _IN_TERMS.finditer(text, start, end))
    return heads + [Stated(rate.code, rate.end, is_price=False) for rate in rates if rate is not None]


def _measures(text: str, start: int, end: int) -> list[Stated]:
    """As in "Килограмм говядины стоил", "цена литра бензина": a measure in the singular without a number."""
    out = []
    for match in _MEASURE.finditer(text, start, end):
        form = match_form(text, match.start(), "unit")
        if form is None or _NUMBERED.search(text, max(0, match.start() - 16), match.start()):
            continue
        line = max(text.rfind("\n", 0, match.start()), match.start() - _SENTENCE_WINDOW, 0)
        if _FOR.search(text, max(0, match.start() - 4), match.start()) or _PRICE.search(text, line, end):
            out.append(Stated(form.form.code, match.end(), is_price=True))
    return out


def _rates(text: str, start: int, end: int) -> list[Stated]:
    """As in "Курс доллара вырос до 520 тенге"."""
    out = []
    for match in _EXCHANGE.finditer(text, start, end):
        name = "word" if match["word"] else "nominative"
        form = match_form(text, match.start(name), "unit")
        if form is not None:
            out.append(Stated(form.form.code, match.end(name), is_price=True))
    return out


def _yields(text: str, start: int, end: int) -> list[Stated]:
    """As in "с гектара брали по 13,7 центнера"."""
    return [Stated("har", match.end(), is_price=False) for match in _FROM_HECTARE.finditer(text, start, end)]
