"""How the writer bounds a number: about, over, at least, under, at most.

Belongs here: the words before and behind a number that bound it (`data/qualifiers.tsv`), and the
bounds that "от" and "до" set. Does not belong here: ranges (`ranges`) and "с A до B" (`pairs`).
"""

import re
from functools import cache

from extractors.data_tables import table_rows
from extractors.expressions.expression import Expression
from extractors.expressions.list_bounds import bound_of_list
from extractors.model import Qualifier
from extractors.text.raw_words import inner_stems, words_of

_I = re.IGNORECASE
_NOUN = r"[»\"]?\s*(?:(?:отметк|рубеж|порог|планк|уров|показател|план|границ)\w*\s+(?:в\s+)?)?"
# "в более чем 20 странах", "на более чем 5%": the preposition may stand before the qualifier or behind it.
_ANY = rf"(?:\s+(?:уже|соответственно))?(?:\s+(?:в|на|за|из|с|со|по|до|о|об|у|для|к))?{_NOUN}$"
# "превысил 5%" bounds, "превысил на 5%" does not.
_BARE = rf"{_NOUN}$"
_INSIDE = re.compile(
    r"в\s+(?P<word>более|почти|примерно|около)|.*?\bс\s(?P<more>лишним|небольшим)"
    r"|[\d\s,.\u00a0]+(?P<least>\+|\s(?:и|или)\s(?:более|больше|выше)\s)",
    _I,
)
# The stars of bold print may stand between "до" and its number.
_LED = re.compile(r"(?<!\w)(?:до|от)[\s*]*$", _I)
_UP_TO = re.compile(r"(?<!\w)до[\s*]*$", _I)
_FROM = re.compile(r"(?<!\w)от[\s*]*$", _I)
# "Залы вместимостью от 100 мест": a size is bounded, "от 12 компаний" is not.
_SIZE_FROM = re.compile(
    r"(?<!\w)(?:вместимост|численност|количеств|числ|штат|поголовь|[её]мкост|мощност|тираж)\w{1,4}\s(?:\w+\s)?от\s*$",
    _I,
)
# "Взнос – от 20%, срок – до 25 лет": two bounds, each of a label of its own.
_NO_LABEL = r"(?!,\s[^,.;:\n]*\s[–—-]\s+до\s)"
_TO_LATER = re.compile(rf"(?:{_NO_LABEL}[^.;:\n]){{1,80}}?(?<!\w)до\s+(?:\w+\s+)?[\d$₸]", _I)
_FROM_EARLIER = re.compile(rf"(?<!\w)от\s+\d(?:(?!\sдо\s){_NO_LABEL}[^.;:\n]){{1,80}}\sдо[\s*]*$", _I)
_CHANGE_BEFORE = re.compile(
    r"(?:(?<!\w)на\s[^.;:\n]{1,45}?|(?<!\w)в\s[^.;:\n]{1,20}раза?|[+−-]\s?\d[^.;:\n]{0,12})[,\s]\s*"
    r"(?:[–—(]\s*|или\s+|т\.\s?е\.\s+|то есть\s+)?до\s*$",
    _I,
)
# "До 2 тыс. возросло число заявок": the change stands behind its goal.
_CHANGE_BEHIND = re.compile(
    r"\s*(?:[^\W\d_]+\s){0,3}?(?:возр(?:ос|аст)|выр(?:ос|аст)|увелич|сниз|сниж|сократ|довед|довест|нараст|повы[сш]|упал|уменьш|подня|ускор|замедл|углуб)",
    _I,
)
# "Также до 5% был снижен размер": what was brought there, wherever the goal stands.
_BROUGHT_BEHIND = re.compile(
    r"\s*(?:был[аои]?\s|будет\s|будут\s)?(?:увелич|сниж|сокращ|довед|повыш|уменьш|расшир|продл)[её]н[аоы]?(?!\w)",
    _I,
)
# "В районе 49 школ": of things, a district; of measures ("в районе 5%"), roughly.
_IN_DISTRICT = re.compile(r"(?<!\w)в\s+районе\s+$", _I)
_GROUPS = frozenset({"десяток", "сотню", "тысячу", "дюжину", "полсотни", "миллион"})
_WITH_GROUP = re.compile(r"(?<!\w)(?:с|под)\s+$", _I)
# The dot of an abbreviation or a decimal, not of a sentence's end.
_NO_STOP = r"\.(?!\s+[«\"]?(?-i:[А-ЯЁ])|\n|$)"
_BOUNDING_SIGNS = {
    ">": Qualifier.OVER,
    "<": Qualifier.UNDER,
    "≥": Qualifier.AT_LEAST,
    "⩾": Qualifier.AT_LEAST,
    "≤": Qualifier.AT_MOST,
    "⩽": Qualifier.AT_MOST,
}
_ARROW_SHAFTS = frozenset("-–—=<>")
_WINDOW, _SIGN_WINDOW = 48, 24
_SIGNS = "~≈"


@cache
def _led(side: str) -> re.Pattern[str]:
    """What makes a goal or a limit of "до", a share of "от": the words of that side of the table."""
    words = "|".join(row["words"] for row in table_rows("qualifiers.tsv") if row["side"] == side)
    if side == "limit":
        return re.compile(rf"(?<!\w)(?:{words})\s+до[\s*]*$", _I)
    return re.compile(
        rf"(?<!\w)(?:{words})\w*(?:[^.;\n]|{_NO_STOP}){{0,150}}$"
        if side == "goal"
        else rf"(?:{words})\s+от\s*$",
        _I,
    )


@cache
def _table(side: str, *, as_ratio: bool = False) -> tuple[tuple[Qualifier, re.Pattern[str]], ...]:
    """The words of one side; "выше в 2 раза" compares, so that before a ratio none of those stand bare."""
    rows = (row for row in table_rows("qualifiers.tsv") if row["qualifier"] and row["side"] == side)
    kept = (row for row in rows if not as_ratio or row["reach"] != "bare")
    return tuple((Qualifier(row["qualifier"]), _pattern(row)) for row in kept)


@cache
def _any_before() -> re.Pattern[str]:
    """One search that tells most windows free of every word that bounds what follows it."""
    words = "|".join(row["words"] for row in table_rows("qualifiers.tsv") if row["side"] == "before")
    return re.compile(rf"(?<!\w)(?:{words})", _I)


@cache
def _any_behind() -> re.Pattern[str]:
    """One match that tells most numbers free of every word that bounds what stands before it."""
    words = (row["words"] for row in table_rows("qualifiers.tsv") if row["side"] == "behind")
    return re.compile("|".join(f"(?:{pattern})" for pattern in words), _I)


@cache
def _stems_before() -> frozenset[str]:
    return inner_stems(row["words"] for row in table_rows("qualifiers.tsv") if row["side"] == "before")


def _pattern(row: dict[str, str]) -> re.Pattern[str]:
    if row["side"] == "behind":
        return re.compile(row["words"], _I)
    tail = _ANY if row["reach"] == "any" else _BARE
    return re.compile(rf"(?<!\w)(?:{row['words']}){tail}", _I)


def qualifier_of(text: str, expression: Expression, *, follows_change: bool, is_count: bool) -> Qualifier:
    """The qualifier of an expression.

    Args:
        text: The whole text.
        expression: The number.
        follows_change: Whether a change stands right before it ("на 32%, до 1,2 трлн").
        is_count: Whether things are counted; "от 12 компаний" names no lower bound.
    """
    if expression.approximate or _is_about_a_group(text, expression):
        return Qualifier.ABOUT
    near = text[max(0, expression.start - 3) : expression.start].rstrip()
    sign = _BOUNDING_SIGNS.get(near[-1:])
    if sign is not None and near[-2:-1] not in _ARROW_SHAFTS:
        return sign
    is_told_apart = is_count or text.startswith(("в ", "В "), expression.start)  # "в районе в 1,5 раза ниже"
    in_district = is_told_apart and _IN_DISTRICT.search(text, max(0, expression.start - 10), expression.start)
    found = None if in_district else _worded(text, expression.start, expression.end)
    found = found or bound_of_list(text, expression.start)
    if found is not None and not (found is Qualifier.AT_MOST and expression.value_max is not None):
        return found
    if expression.value_max is not None or expression.pair or (expression.value or 0) < 0:
        return Qualifier.EXACT
    return _bounded(text, expression, follows_change=follows_change, is_count=is_count)


def _is_about_a_group(text: str, expression: Expression) -> bool:
    """As in "с десяток предприятий", "под тысячу"."""
    is_group = len(expression.words) == 1 and expression.words[0] in _GROUPS
    return is_group and _WITH_GROUP.search(text, max(0, expression.start - 5), expression.start) is not None


def _worded(text: str, start: int, end: int) -> Qualifier | None:
    inside = _INSIDE.match(text, start, end)
    if inside and inside["least"]:
        return Qualifier.AT_LEAST
    if inside:
        is_more = inside["more"] or inside["word"].lower() == "более"
        return Qualifier.OVER if is_more else Qualifier.ABOUT
    left = text[max(0, start - _WINDOW) : start]
    if _may_lead(text, start) and _any_before().search(left):
        for qualifier, pattern in _table("before", as_ratio=text.startswith(("в ", "В "), start)):
            if pattern.search(left):
                return qualifier
    if _any_behind().match(text, end) is None:
        return None
    return next(qualifier for qualifier, pattern in _table("behind") if pattern.match(text, end))


def _may_lead(text: str, start: int) -> bool:
    """Whether a word before the number begins like one that bounds it."""
    if words_of(text).has_stem(_stems_before(), start - _WINDOW, start):
        return True
    return any(sign in text[max(0, start - _SIGN_WINDOW) : start] for sign in _SIGNS)


def _bounded(text: str, expression: Expression, *, follows_change: bool, is_count: bool) -> Qualifier:
    """What "до" and "от" before the number make of it."""
    if not _LED.search(text, max(0, expression.start - 8), expression.start):
        return Qualifier.EXACT
    left = text[max(0, expression.start - 180) : expression.start]
    if _led("limit").search(left):
        return Qualifier.AT_MOST
    if _UP_TO.search(left):
        is_goal = follows_change or _led("goal").search(left) or _CHANGE_BEFORE.search(left)
        is_fronted = left.endswith("До ") and _CHANGE_BEHIND.match(text, expression.end)
        is_fronted = is_fronted or _BROUGHT_BEHIND.match(text, expression.end)
        return Qualifier.EXACT if is_goal or is_fronted or _FROM_EARLIER.search(left) else Qualifier.AT_MOST
    if _FROM.search(left) and (not is_count or _SIZE_FROM.search(left)):
        is_share = _led("share").search(left) or _TO_LATER.match(text, expression.end)
        return Qualifier.EXACT if is_share else Qualifier.AT_LEAST
    return Qualifier.EXACT
