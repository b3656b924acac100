"""Sums of a text that names no currency at all: they are in the money of the country it speaks of.

Belongs here: "Госдолг – 31,9 трлн", "Курс доллара – 523,45" where nothing of money is printed with its
currency. Does not belong here: units taken over from another number (`unit_ellipsis`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.ellipsis_labels import label_of
from extractors.expressions.ellipsis_open import is_open
from extractors.expressions.ellipsis_sums import MILLIARD, MILLION, is_money_of_text, is_sum_by_label
from extractors.expressions.expression import Expression
from extractors.expressions.unit_ellipsis import infer_units
from extractors.places.place_topic import territories
from extractors.units.units import Unit, UnitKind, load_units

# What is told in thousands of money.
_PAID = re.compile(
    r"(?<!\w)(?:зарплат|оклад|пенси[яий]|пособи|стипенди|цен[аыуе](?!\w)|стоимост|(?<!задача\x20)стои[тл](?!\s+задач)|стоят|тариф|штраф)",
    re.IGNORECASE,
)
_MONEY_OF = {"KZ": "KZT", "RU": "RUB", "BY": "BYN", "KG": "KGS", "UZ": "UZS", "TJ": "TJS", "AM": "AMD"}


def with_home_money(text: str, found: Sequence[Expression], country: str) -> Sequence[Expression]:
    """The expressions, sums in the money of the country where the text prints no currency.

    Args:
        text: The raw text.
        found: Its expressions, in order.
        country: ISO 3166-1 code of the publisher's country.
    """
    bare = [index for index, e in enumerate(found) if e.unit is None and (e.scaled or _is_rate(e))]
    if not bare or any(e.unit is not None and e.unit.kind is UnitKind.MONEY for e in found):
        return found
    sums = [index for index in bare if _is_sum(text, found, index)]
    code = _MONEY_OF.get(_country(text, country)) if sums else None
    if code is None:
        return found
    money = load_units()[code]
    out = [replace(e, unit=money, inferred=True) if i in sums else e for i, e in enumerate(found)]
    return infer_units(text, out)


def _country(text: str, country: str) -> str:
    """The one country whose territories a text names, else the one that it calls "страна"."""
    told = territories(text, country)
    named = {mention.code[:2] for mention in told.mentions if mention.code}
    return named.pop() if len(named) == 1 else told.country


def _is_rate(expression: Expression) -> bool:
    """As in "Курс евро – 567,9": the price of a currency."""
    priced: Unit | None = load_units().get(expression.per) if expression.per else None
    return priced is not None and priced.kind is UnitKind.MONEY


def _is_sum(text: str, found: Sequence[Expression], index: int) -> bool:
    bare = found[index]
    if not is_open(text, bare):
        return False
    if _is_rate(bare):
        return True
    if bare.scale >= MILLIARD:
        return is_money_of_text(text, found, index)
    if bare.scale >= MILLION:
        return is_sum_by_label(text, found, index)
    return _PAID.search(label_of(text, bare, found[index - 1].per_end if index else 0)) is not None
