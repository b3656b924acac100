"""Case forms of place names by rule, for the script that generates their table.

Belongs here: the regular declension of Russian geographic names, which no dictionary covers
("Жанаозен", "Шарья", "Лясково"). Does not belong here: which names there are (`places.tsv`)
and dictionary words (`extractors.data.inflection`).
"""

import re

FIXED, FIRST, MASCULINE, FEMININE, NEUTER, ADJECTIVE = "fixed", "first", "m", "f", "n", "adj"
CASE_COUNT = 6

_SIBILANTS = "жшчщ"
_HUSHING = _SIBILANTS + "ц"
_VELARS = "гкх"
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_ADJECTIVE_ENDINGS = {
    "ый": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "ой", "ым", "ом"),
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
    "вы": ("вы", "вых", "вым", "вы", "выми", "вых"),
    "ие": ("ие", "их", "им", "ие", "ими", "их"),
}
_HARD_IY = ("ий", "ого", "ому", "ий", "им", "ом")
_SOFT_IY = ("ий", "его", "ему", "ий", "им", "ем")

Cases = tuple[str, ...]


def decline(name: str, mark: str) -> list[str]:
    """Return the distinct case forms of a place name, nominative first.

    Args:
        name: The name in the nominative ("Новая Зеландия", "Ростов-на-Дону").
        mark: How it declines: "" by its ending, `m`, `f`, `n`, `adj`, `fixed`, `first` (only the
            part before the first hyphen), `stem=Орл` (before case endings), or `pl=Афин`
            (a plural, with its genitive).

    Raises:
        ValueError: The ending leaves the gender open and no mark says it.
    """
    parts = re.split("( и | — )", name)
    columns = [
        (part,) * CASE_COUNT if index % 2 else _phrase(part.split(), mark) for index, part in enumerate(parts)
    ]
    forms = ["".join(column[case] for column in columns) for case in range(CASE_COUNT)]
    if name.endswith(("ово", "ево", "ино")) and not mark:
        forms += [*_neuter(name)]
    if name[-1] in _HUSHING and not mark:
        forms.append(name + "ем")
    return list(dict.fromkeys(forms))


def attribute_forms(words: list[str]) -> list[str]:
    """Return the singular case forms of adjectives that agree with each other ("еврейская автономная")."""
    columns = [_adjective(word) for word in words]
    return list(dict.fromkeys(" ".join(column[case] for column in columns) for case in range(CASE_COUNT)))


def _phrase(words: list[str], mark: str) -> Cases:
    """Adjectives and the noun they agree with change, words after it do not."""
    last = len(words) - 1
    head = next(index for index, word in enumerate(words) if index == last or not _is_adjective(word))
    columns = [_adjective(word) for word in words[:head]]
    columns.append(_noun(words[head], mark))
    columns.extend((word,) * CASE_COUNT for word in words[head + 1 :])
    return tuple(" ".join(column[case] for column in columns) for case in range(CASE_COUNT))


def _is_adjective(word: str) -> bool:
    return word[-2:] in _ADJECTIVE_ENDINGS or word.endswith("ий")


def _adjective(word: str) -> Cases:
    stem, ending = word[:-2], word[-2:]
    if ending == "ий":
        return tuple(stem + form for form in (_HARD_IY if stem[-1] in _VELARS else _SOFT_IY))
    endings = _ADJECTIVE_ENDINGS[ending]
    if ending == "ое" and stem[-1] in _VELARS:
        endings = ("ое", *_HARD_IY[1:3], "ое", *_HARD_IY[4:])
    return tuple(stem + form for form in endings)


def _noun(word: str, mark: str) -> Cases:
    if mark == FIXED:
        return (word,) * CASE_COUNT
    if mark == FIRST:
        first, _, rest = word.partition("-")
        return tuple(f"{form}-{rest}" for form in _noun(first, ""))
    if mark == ADJECTIVE:
        return _adjective(word)
    kind, _, value = mark.partition("=")
    if kind == "pl":
        stem = word[:-1]
        return (word, value, stem + "ам", word, stem + "ами", stem + "ах")
    if kind == "stem":
        return (word, value + "а", value + "у", word, value + "ом", value + "е")
    return _neuter(word) if mark == NEUTER or word.endswith("ство") else _by_ending(word, mark)


def _by_ending(word: str, mark: str) -> Cases:
    stem, last = word[:-1], word[-1].lower()
    if last in _CONSONANTS:
        return (word, word + "а", word + "у", word, word + "ом", word + "е")
    if last == "й":
        return (word, stem + "я", stem + "ю", word, stem + "ем", stem + ("и" if stem[-1] == "и" else "е"))
    if last == "ь":
        return _soft(word, mark)
    if word.endswith("ия"):
        return (word, stem + "и", stem + "и", stem + "ю", stem + "ей", stem + "и")
    if last == "я":
        return (word, stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е")
    if last == "а" and not word.endswith("уа"):
        genitive = "и" if stem[-1].lower() in _VELARS + _SIBILANTS else "ы"
        instrumental = "ей" if stem[-1].lower() in _HUSHING else "ой"
        return (word, stem + genitive, stem + "е", stem + "у", stem + instrumental, stem + "е")
    return (word,) * CASE_COUNT


def _soft(word: str, mark: str) -> Cases:
    stem = word[:-1]
    if mark == MASCULINE:
        return (word, stem + "я", stem + "ю", word, stem + "ем", stem + "е")
    if mark == FEMININE:
        return (word, stem + "и", stem + "и", word, stem + "ью", stem + "и")
    raise ValueError(f"{word!r} may be masculine or feminine: mark it m or f in places.tsv")


def _neuter(word: str) -> Cases:
    stem = word[:-1]
    if word.endswith("о"):
        return (word, stem + "а", stem + "у", word, stem + "ом", stem + "е")
    return (word, stem + "я", stem + "ю", word, stem + "ем", word)
