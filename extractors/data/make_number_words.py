"""Writes `number_words.tsv`: every inflected form of the Russian number words, with its value.

Run by hand when a lemma is added (`python -m extractors.data.make_number_words`); a contract
test compares the committed table with what this makes. Belongs here: the lemmas. Does not
belong here: how forms combine into one number (`extractors.number_words`).
"""

import sys
from pathlib import Path

import pymorphy3

TABLE = Path(__file__).with_name("number_words.tsv")

CARDINALS = {
    "ноль": "0", "нуль": "0", "один": "1", "два": "2", "три": "3", "четыре": "4", "пять": "5", "шесть": "6",
    "семь": "7", "восемь": "8", "девять": "9", "десять": "10", "одиннадцать": "11", "двенадцать": "12",
    "тринадцать": "13", "четырнадцать": "14", "пятнадцать": "15", "шестнадцать": "16", "семнадцать": "17",
    "восемнадцать": "18", "девятнадцать": "19", "двадцать": "20", "тридцать": "30", "сорок": "40",
    "пятьдесят": "50", "шестьдесят": "60", "семьдесят": "70", "восемьдесят": "80", "девяносто": "90",
    "сто": "100", "двести": "200", "триста": "300", "четыреста": "400", "пятьсот": "500", "шестьсот": "600",
    "семьсот": "700", "восемьсот": "800", "девятьсот": "900", "полтора": "1.5", "полтораста": "150",
}  # fmt: skip
COLLECTIVES = {
    "двое": "2", "трое": "3", "четверо": "4", "пятеро": "5", "шестеро": "6", "семеро": "7", "восьмеро": "8",
    "девятеро": "9", "десятеро": "10", "оба": "2", "обе": "2",
}  # fmt: skip
SCALES = {"тысяча": "1000", "миллион": "1000000", "миллиард": "1000000000", "триллион": "1000000000000"}
PARTS = {"половина": "50", "треть": "33.333333", "четверть": "25"}
INDEFINITES = ("десяток", "сотня", "несколько", "дюжина")
TENS_ORDINALS = {
    "двадцатый": "20", "тридцатый": "30", "сороковой": "40", "пятидесятый": "50", "шестидесятый": "60",
    "семидесятый": "70", "восьмидесятый": "80", "девяностый": "90", "сотый": "100", "тысячный": "1000",
}  # fmt: skip
ORDINALS = {
    "нулевой": "0", "первый": "1", "второй": "2", "третий": "3", "четвертый": "4", "пятый": "5", "шестой": "6",
    "седьмой": "7", "восьмой": "8", "девятый": "9", "десятый": "10", "одиннадцатый": "11",
    "двенадцатый": "12", "тринадцатый": "13", "четырнадцатый": "14", "пятнадцатый": "15",
    "шестнадцатый": "16", "семнадцатый": "17", "восемнадцатый": "18", "девятнадцатый": "19", **TENS_ORDINALS,
}  # fmt: skip
MULTIPLES = {
    "вдвое": "2", "втрое": "3", "вчетверо": "4", "впятеро": "5", "вшестеро": "6", "всемеро": "7",
    "ввосьмеро": "8", "вдевятеро": "9", "вдесятеро": "10", "вполовину": "2",
}  # fmt: skip
FOLD_STEMS = {
    "двукратн": "2", "двухкратн": "2", "трехкратн": "3", "четырехкратн": "4", "пятикратн": "5",
    "шестикратн": "6", "семикратн": "7", "восьмикратн": "8", "десятикратн": "10", "полуторакратн": "1.5",
}  # fmt: skip
FOLD_ENDINGS = ("о", "ый", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ой", "ую", "ых", "ыми")

_ANALYZER = pymorphy3.MorphAnalyzer()


def forms(lemma: str, parts_of_speech: set[str]) -> set[str]:
    """Every form of the lexemes of `lemma` with one of the parts of speech, ё read as е."""
    found = {
        form.word.replace("ё", "е")
        for parse in _ANALYZER.parse(lemma)
        if parse.tag.POS in parts_of_speech and parse.normal_form.replace("ё", "е") == lemma
        for form in parse.lexeme
        if not {"Abbr", "Arch", "Supr", "Infr"} & form.tag.grammemes
    }
    return found | {lemma}


def rows() -> list[tuple[str, str, str, str]]:
    """Sorted rows (form, class, value, lemma)."""
    out: dict[str, tuple[str, str, str, str]] = {}

    def add(lemmas: dict[str, str], name: str, parts: set[str]) -> None:
        for lemma, value in lemmas.items():
            for form in forms(lemma, parts):
                out.setdefault(form, (form, name, value, lemma))

    add(CARDINALS, "cardinal", {"NUMR", "ADJF"})
    for lemma in ("ноль", "нуль"):
        add({lemma: "0"}, "cardinal", {"NOUN"})
    add(COLLECTIVES, "collective", {"NUMR"})
    add(SCALES, "scale", {"NOUN"})
    add(PARTS, "part", {"NOUN"})
    add(dict.fromkeys(INDEFINITES, ""), "indefinite", {"NOUN", "NUMR"})
    add(ORDINALS, "ordinal", {"ADJF"})
    for form, value in MULTIPLES.items():
        out[form] = (form, "multiple", value, form)
    for stem, value in FOLD_STEMS.items():
        for ending in FOLD_ENDINGS:
            out[stem + ending] = (stem + ending, "fold", value, stem + "ый")
    return sorted(out.values())


def render() -> str:
    """The table as text."""
    return "form\tclass\tvalue\tlemma\n" + "".join("\t".join(row) + "\n" for row in rows())


if __name__ == "__main__":
    TABLE.write_text(render(), encoding="utf-8")
    sys.stdout.write(f"{TABLE.name}: {len(rows())} forms\n")
