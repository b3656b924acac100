"""Denominators that stand before the numbers they govern: "на одного жителя", "Килограмм говядины стоил".

Belongs here: finding them in a stretch of text, and how far each holds. Does not belong here: giving them to
numbers (`denominators_before`) and denominators behind a number (`denominators_behind`).
"""

import re
from dataclasses import dataclass

from extractors.denominators import match_per_at
from extractors.denominators_behind import noun_behind
from extractors.ellipsis_frames import crosses_sentence
from extractors.raw_words import inner_stems, words_of
from extractors.unit_forms import match_form, skip_spaces

_I = re.IGNORECASE
_ADVERB = re.compile(
    r"(?<!\w)(?P<word>ежедневно|ежегодно|ежемесячно|еженедельно|ежесуточно|ежечасно|ежеквартально|ежеминутно|"
    r"за\sсмену|в\s(?:день|сутки|неделю|месяц|год)(?=\s+\d|\s+(?:было|стало|около|более|порядка|[а-яё]+(?:[еия]тся|[ую]тся|[ая]ют|у[её]т|уют|ит|ят))(?!\w)))(?!\w)",
    _I,
)
_ADVERB_CODES = {
    "ежедневно": "d", "ежегодно": "a", "ежемесячно": "mo", "еженедельно": "wk", "ежесуточно": "d",
    "ежечасно": "h", "ежеквартально": "quarter", "ежеминутно": "min", "день": "d", "сутки": "d",
    "неделю": "wk", "месяц": "mo", "год": "a", "смену": "смена",
}  # fmt: skip
_REGULAR = re.compile(
    r"(?<!\w)(?P<word>еже(?:дневн|суточн|месячн|недельн|квартальн|годн|часн))(?:ый|ая|ое|ые|ого|ой|ых|ому|ую|ым|ыми)\s"
    r"[«\"]?[^\W\d_]+[»\"]?(?:\s[^\W\d_]+){0,4}?\s(?:(?:в\s(?:размере|сумме|объ[её]ме)|на\sсумму|составля\w+|состави\w+|равн\w+|[–—-]|"
    r"в|по|до)\s?|не\s(?:менее|более|ниже)\s|(?:более|менее|свыше|около|порядка)\s)(?:\w+\s){0,2}$",
    _I,
)
_AND = re.compile(r"\s+(?:и|а|но)\s", _I)
_CLAUSE_MARK = re.compile(r"[.,;:()\n]")
LEAD = (
    r"(?<!\w)(?P<lead>на|за|с|стоимост\w+|цен\w+|тариф\w*|строительств\w+|производств\w+|себестоимост\w+|содержани\w+|плат\w|зарплат\w|заработ\w+|доход\w?|нагрузк\w|"
    r"обучени\w+|подготовк\w+)\s+"
)
"""What leads to "одного …": a preposition of a rate, or a noun that has a price."""
_ONE = re.compile(LEAD + r"(?:одного|одну|одной|одно|один|каждого|каждую|каждый|каждое)\s+", _I)
_PER_HEAD = re.compile(r"(?<!\w)(?:на\s(?:душу(?:\sнаселения)?|человека)|с\sчеловека)(?!\w)", _I)
_IN_TERMS = re.compile(r"(?<!\w)в\s(?:рас|перес)ч[её]те\s(?=на\s)", _I)
_MEASURE = re.compile(
    r"(?<!\w)(?P<word>килограмм(?:а|ом)?|литр(?:а)?|тонн(?:а|ы)|баррел(?:ь|я)|кубометр(?:а)?|"
    r"(?:квадратн(?:ый|ого)|кубическ(?:ий|ого))\s+метр(?:а)?|гектар(?:а)?|киловатт-час(?:а)?|"
    r"(?:тройск(?:ая|ой)\s+)?унци(?:я|и)|грамм(?:а)?)(?!\w)",
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
        "одного одну один каждого каждый душу человека расчёте пересчёте курс доллар евро рубль юань юаня",
        "фунт франк килограмм литр тонна баррель кубометр квадратный кубический гектар киловатт тройская",
        "унция грамм",
    ]
) | {"га"}
_WINDOW, _SENTENCE_WINDOW = 160, 160


@dataclass(frozen=True, slots=True)
class Stated:
    """A denominator in force: its code, where it ends, and whether it is one of prices only."""

    code: str
    end: int
    is_price: bool


def stated_between(text: str, floor: int, end: int) -> Stated | None:
    """The last denominator stated between the number before and the one at `end`, in its sentence."""
    start = max(floor, end - _WINDOW)
    if not words_of(text).has_stem(_STEMS, start, end):
        return None
    found = [
        stated for find in (_ones, _heads, _measures, _yields, _rates) for stated in find(text, start, end)
    ]
    near = [stated for stated in found if not crosses_sentence(text, stated.end, end)]
    return max(near, key=lambda stated: stated.end, default=None)


def adverb_before(text: str, floor: int, end: int) -> str | None:
    """The rate that its clause states: "ежегодно меняют 300 км", "ежемесячная выплата в 2 тысячи"."""
    regular = _REGULAR.search(text, max(floor, end - 90), end)
    if regular is not None:
        return _ADVERB_CODES[regular["word"].lower() + "о"]
    matches = list(_ADVERB.finditer(text, max(floor, end - 70), end + 1))
    if matches and floor and _AND.match(text, matches[-1].end()):
        return None  # "500 автобусов ежегодно и создаст 1200 мест"
    if not matches or _CLAUSE_MARK.search(text, matches[-1].end(), end):
        return None
    return _ADVERB_CODES[matches[-1]["word"].lower().split()[-1]]


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
    return lead.lower() in ("на", "за", "с")


def _ones(text: str, start: int, end: int) -> list[Stated]:
    """As in "на одного жителя", "стоимость одного квадратного метра"."""
    out = []
    for match in _ONE.finditer(text, start, end):
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
        if _PRICE.search(text, line, end):
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
