"""Rates that the clause of a number states as an adverb or adjective: "ежегодно меняют 300 км".

Belongs here: how often something is done, told before the number. Does not belong here: denominators that
name a thing (`denominators_stated`) and adverbs right behind a number (`denominators`).
"""

import re

from extractors.text.raw_words import inner_stems, words_of

_I = re.IGNORECASE
_ADVERB = re.compile(
    r"(?<!\w)(?P<word>ежедневно|ежегодно|ежемесячно|еженедельно|ежесуточно|ежечасно|ежеквартально|ежеминутно|"
    r"за\sсмену|в\s(?:день|сутки|неделю|месяц|год)(?=\s+\d|\s+(?:было|стало|около|более|порядка|[а-яё]+(?:[еия]тся|[ую]тся|[ая]ют|[ая]ет|у[её]т|уют|ит|ят))(?!\w)))(?!\w)",
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
    r"в|по|до)\s?|не\s(?:менее|более|ниже)\s|(?:более|менее|свыше|около|порядка)\s)(?:\w+\s){0,2}$|"
    r"(?<!\w)(?P<plain>еже(?:дневн|суточн|месячн|недельн|квартальн|годн|часн))(?:ый|ая|ое|ую)\s[^\W\d_]+\s$",
    _I,
)
_STEMS = inner_stems(_ADVERB_CODES)
_AND = re.compile(r"\s+(?:и|а|но)\s", _I)
_CLAUSE_MARK = re.compile(r"[.,;:()\n]")


def adverb_before(text: str, floor: int, end: int) -> str | None:
    """The rate that its clause states: "ежегодно меняют 300 км", "ежемесячная выплата в 2 тысячи"."""
    if not words_of(text).has_stem(_STEMS, max(floor, end - 90), end):
        return None
    regular = _REGULAR.search(text, max(floor, end - 90), end)
    if regular is not None:
        return _ADVERB_CODES[(regular["word"] or regular["plain"]).lower() + "о"]
    matches = list(_ADVERB.finditer(text, max(floor, end - 70), end + 1))
    if matches and floor and _AND.match(text, matches[-1].end()):
        return None  # "500 автобусов ежегодно и создаст 1200 мест"
    if not matches or _CLAUSE_MARK.search(text, matches[-1].end(), end):
        return None
    return _ADVERB_CODES[matches[-1]["word"].lower().split()[-1]]
