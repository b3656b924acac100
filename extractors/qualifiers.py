"""How the writer bounds a number: about, over, at least, under, at most.

Belongs here: the words before and behind a number that bound it. Does not belong here: ranges
(`expressions`).
"""

import re

from extractors.model import Qualifier as Q

_I = re.IGNORECASE
# "в более чем 20 странах", "на более чем 5%": the preposition may stand before the qualifier or between.
_TAIL = r"(?:\s+(?:чем|уже))?(?:\s+(?:в|на|за|из|с|по|до|о|об|у|для|к))?\s*(?:отметк\w+\s+(?:в\s+)?|уров\w+\s+(?:в\s+)?|план\w+\s+)?$"
_BEFORE: tuple[tuple[Q, re.Pattern[str]], ...] = tuple(
    (qualifier, re.compile(rf"(?<!\w)(?:{words}){_TAIL}", _I))
    for qualifier, words in (
        (Q.AT_MOST, r"не (?:более|больше|свыше|выше|превы\w+|достига\w+)|максимум|в пределах|максимальн\w+"),
        (Q.AT_LEAST, r"не (?:менее|меньше|ниже)|минимум|как минимум|по (?:меньшей|крайней) мере|минимальн\w+"),
        (Q.OVER, r"(?:чуть |немного |немногим |намного |гораздо |заметно )?(?:более|больше|выше)|свыше|сверх|(?<!не )превыс\w+|(?<!не )превыша\w+|превышающ\w+|превзош\w+|перевали\w+(?: за)?|"
                 r"перешагну\w+|(?<!\w)переш[её]л за|с превышением"),
        (Q.UNDER, r"(?:чуть |немного |немногим |намного )?(?:менее|меньше|ниже)|не дотягива\w+ до"),
        (Q.ABOUT, r"около|порядка|примерно|приблизительно|ориентировочно|почти|практически|где-то|~|≈|близк\w+ к|оценочно|в районе|без малого"),
    )
)  # fmt: skip
_BEHIND: tuple[tuple[Q, re.Pattern[str]], ...] = (
    (Q.OVER, re.compile(r"\s+с\s+(?:лишним|небольшим)", _I)),
    (Q.AT_LEAST, re.compile(r"\s+и\s+(?:более|выше|больше)(?!\w)", _I)),
    (Q.AT_MOST, re.compile(r"\s+и\s+(?:менее|ниже)(?!\w)", _I)),
    (Q.ABOUT, re.compile(r"\s+(?:приблизительно|примерно)(?=[\s.,;)])", _I)),
)
_INSIDE = re.compile(r"^в\s+(?P<word>более|почти|примерно|около)", _I)
_UP_TO = re.compile(r"(?<!\w)до\s*$", _I)
_FROM = re.compile(r"(?<!\w)от\s*$", _I)
_TARGETS = re.compile(
    r"(?:довест|довод|довед|достич|вырас|вырос|возрас|возрос|увелич|сокра|сниз|сниж|повы|рост|прирост|подн|упа|опус|расшир|уменьш|дойти|дош|поднят|нараст|приблиз|ускор|замедл)\w*[^.;]{0,90}$",
    _I,
)
_WINDOW = 40


def qualifier_of(
    text: str, start: int, end: int, *, is_range: bool, follows_change: bool, is_count: bool
) -> Q:
    """The qualifier of the expression at `start`..`end`.

    Args:
        text: The whole text.
        start: Offset of the expression.
        end: End of its quote.
        is_range: Whether it is a range; "от A до B" bounds nothing further.
        follows_change: Whether a change stands right before it ("на 32%, до 1,2 трлн").
        is_count: Whether things are counted; "от 12 компаний" names no lower bound.
    """
    inside = _INSIDE.match(text[start:end])
    if inside:
        return Q.OVER if inside["word"].lower() == "более" else Q.ABOUT
    left = text[max(0, start - _WINDOW) : start]
    for qualifier, pattern in _BEFORE:
        if pattern.search(left):
            return qualifier
    for qualifier, pattern in _BEHIND:
        if pattern.match(text, end):
            return qualifier
    if is_range:
        return Q.EXACT
    if _UP_TO.search(left) and not follows_change and not _TARGETS.search(text[max(0, start - 110) : start]):
        return Q.AT_MOST
    if _FROM.search(left) and not is_count:
        return Q.AT_LEAST
    return Q.EXACT
