"""An extraction made by hand: what the extractor would give for `TEXT`."""

from datetime import date
from decimal import Decimal

from extractors import (
    Direction,
    Extraction,
    Fact,
    Kind,
    Measure,
    Modality,
    PeriodGrain,
    PeriodSource,
    Qualifier,
    Rejection,
    RejectionReason,
)
from extractors.model import Period

TEXT = "В 2025 году реализовано 2 292 проекта, из них более 2 185 в школах; рост 5,60%."

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), PeriodGrain.YEAR, PeriodSource.EXPLICIT)


def number(quote: str, value: str, **slots: object) -> Fact:
    start = TEXT.index(quote)
    filled: dict[str, object] = {
        "value_max": None,
        "qualifier": Qualifier.EXACT,
        "kind": Kind.COUNT,
        "unit": None,
        "per": None,
        "subject": "проект",
        "subject_head": "проект",
        "predicate": "реализовать",
        "measure": Measure.LEVEL,
        "direction": None,
        "period": YEAR,
        "modality": Modality.ACTUAL,
        "place": None,
        "place_code": None,
        "attributed_to": None,
        "part_of": None,
        "compared_with": None,
        "rule": "counted",
        "confidence": Decimal("0.97"),
        "evidence": ("subject_counted",),
    }
    return Fact(quote, start, start + len(quote), Decimal(value), **(filled | slots))


EXTRACTION = Extraction(
    facts=(
        number("2 292", "2292"),
        number("2 185", "2185.000", qualifier=Qualifier.OVER, part_of=0),
        number(
            "5,60%",
            "5.60",
            value_max=Decimal("6.0"),
            kind=Kind.PERCENT,
            unit="%",
            subject="",
            subject_head="",
            measure=Measure.CHANGE,
            direction=Direction.UP,
            period=None,
            modality=Modality.PLANNED,
        ),
    ),
    rejected=(Rejection("2025", 2, 6, RejectionReason.DATE, "time"),),
)
