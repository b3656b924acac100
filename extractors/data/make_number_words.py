"""Writes `number_words.tsv`: every inflected form of the Russian number words, with its value.

Run by hand when a lemma is added (`python -m extractors.data.make_number_words`); a contract
test compares the committed table with what this makes. Belongs here: the lemmas. Does not
belong here: how forms combine into one number (`number_joining`).
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
GROUPS = {"десяток": "10", "дюжина": "12", "сотня": "100"}
HALVES = {
    "тысячи": "500", "миллиона": "500000", "миллиарда": "500000000", "триллиона": "500000000000",
    "сотни": "50", "дюжины": "6",
}  # fmt: skip
PARTS = {"половина": "50", "треть": "33.333333", "четверть": "25"}
TENS_ORDINALS = {
    "двадцатый": "20", "тридцатый": "30", "сороковой": "40", "пятидесятый": "50", "шестидесятый": "60",
    "семидесятый": "70", "восьмидесятый": "80", "девяностый": "90", "сотый": "100", "двухсотый": "200",
    "трехсотый": "300", "четырехсотый": "400", "пятисотый": "500", "шестисотый": "600", "семисотый": "700",
    "восьмисотый": "800", "девятисотый": "900", "тысячный": "1000", "миллионный": "1000000",
}  # fmt: skip
ORDINALS = {
    "нулевой": "0", "первый": "1", "второй": "2", "третий": "3", "четвертый": "4", "пятый": "5",
    "шестой": "6", "седьмой": "7", "восьмой": "8", "девятый": "9", "десятый": "10", "одиннадцатый": "11",
    "двенадцатый": "12", "тринадцатый": "13", "четырнадцатый": "14", "пятнадцатый": "15",
    "шестнадцатый": "16", "семнадцатый": "17", "восемнадцатый": "18", "девятнадцатый": "19", **TENS_ORDINALS,
}  # fmt: skip
MULTIPLES = {
    "вдвое": "2", "втрое": "3", "вчетверо": "4", "впятеро": "5", "вшестеро": "6", "всемеро": "7",
    "ввосьмеро": "8", "вдевятеро": "9", "вдесятеро": "10", "вполовину": "2",
}  # fmt: skip
OCCASIONS = {"дважды": "2", "трижды": "3", "четырежды": "4"}
FOLD_STEMS = {
    "двукратн": "2", "двухкратн": "2", "трехкратн": "3", "троекратн": "3", "четырехкратн": "4",
    "пятикратн": "5", "шестикратн": "6", "семикратн": "7", "восьмикратн": "8", "девятикратн": "9",
    "десятикратн": "10", "стократн": "100", "полуторакратн": "1.5",
}  # fmt: skip
FOLD_ENDINGS = ("о", "ый", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ой", "ую", "ых", "ыми")

_ANALYZER = pymorphy3.MorphAnalyzer()
_UNUSED = {"Abbr", "Arch", "Supr", "Infr"}


def forms(lemma: str, parts_of_speech: set[str]) -> dict[str, set[tuple[str, str]]]:
    """Every form of the lexemes of `lemma` with its numbers and cases, ё read as е."""
    found: dict[str, set[tuple[str, str]]] = {lemma: set()}
    for parse in _ANALYZER.parse(lemma):
        if parse.tag.POS not in parts_of_speech or parse.normal_form.replace("ё", "е") != lemma:
            continue
        for form in parse.lexeme:
            if form.tag.POS in parts_of_speech and not _UNUSED & form.tag.grammemes:
                cell = (form.tag.number or "", form.tag.case or "")
                found.setdefault(form.word.replace("ё", "е"), set()).add(cell)
    return found


def alone(cells: set[tuple[str, str]]) -> str:
    """Whether "тысяча" names one: yes, only after a word with the genitive ("около тысячи"), or no."""
    singular = {case for number, case in cells if number == "sing"}
    if not singular:
        return "no"
    is_plural_too = any(number == "plur" for number, _ in cells)
    return "governed" if is_plural_too else "yes"


def rows() -> list[tuple[str, str, str, str, str]]:
    """Sorted rows (form, class, value, lemma, alone)."""
    out: dict[str, tuple[str, str, str, str, str]] = {}

    def add(lemmas: dict[str, str], name: str, parts: set[str], *, countable: bool = False) -> None:
        for lemma, value in lemmas.items():
            for form, cells in forms(lemma, parts).items():
                out.setdefault(form, (form, name, value, lemma, alone(cells) if countable else ""))

    add(CARDINALS, "cardinal", {"NUMR", "ADJF"})
    add({"ноль": "0", "нуль": "0"}, "cardinal", {"NOUN"})
    add(COLLECTIVES, "collective", {"NUMR"})
    add(SCALES, "scale", {"NOUN"}, countable=True)
    add(GROUPS, "group", {"NOUN"}, countable=True)
    add(PARTS, "part", {"NOUN"})
    add({"несколько": ""}, "indefinite", {"NUMR"})
    add(ORDINALS, "ordinal", {"ADJF"})
    for noun, value in HALVES.items():
        for prefix in ("пол", "полу"):
            out[prefix + noun] = (prefix + noun, "scale", value, "пол" + noun, "yes")
    for name, words in (("multiple", MULTIPLES), ("occasion", OCCASIONS), ("part", {"наполовину": "50"})):
        for form, value in words.items():
            out[form] = (form, name, value, form, "")
    for stem, value in FOLD_STEMS.items():
        for ending in FOLD_ENDINGS:
            out[stem + ending] = (stem + ending, "fold", value, stem + "ый", "")
    return sorted(out.values())


def render() -> str:
    """The table as text."""
    return "form\tclass\tvalue\tlemma\talone\n" + "".join("\t".join(row) + "\n" for row in rows())


if __name__ == "__main__":
    TABLE.write_text(render(), encoding="utf-8")
    sys.stdout.write(f"{TABLE.name}: {len(rows())} forms\n")
