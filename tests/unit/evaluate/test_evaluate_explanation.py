from decimal import Decimal

from extractors import Direction, Kind, Measure, Modality, Qualifier, RejectionReason
from extractors.model import Extraction, UnknownUnit
from pipeline.evaluate.explanation import explain, reading_of
from tests.unit.evaluate.samples import fact, rejection


def test_numbers_come_in_text_order_with_rule_and_evidence() -> None:
    found = explain(
        Extraction(
            (fact("120", "120"), fact("80", "80", part_of=0)), (rejection("2025", RejectionReason.DATE),)
        )
    )

    assert [(n.quote, n.kind, n.reading) for n in found] == [
        ("2025", None, "rejected: date"),
        ("120", "count", "120 count"),
        ("80", "count", "80 count"),
    ]
    assert (found[0].rule, found[0].evidence, found[0].confidence) == ("time", (), "")
    assert (found[1].rule, found[1].evidence, found[1].confidence) == (
        "counted",
        ("subject_counted",),
        "0.90",
    )
    assert dict(found[2].slots)["part of"] == "120"


def test_a_reading_says_bound_range_unit_and_denominator() -> None:
    full = fact(
        qualifier=Qualifier.OVER,
        value_max=Decimal(150),
        kind=Kind.MONEY,
        unit="KZT",
        per="kg",
        value=Decimal("0.50"),
    )

    assert reading_of(full) == "over 0.50…150 KZT per kg"


def test_only_slots_that_say_something_are_listed() -> None:
    plain, full = (
        dict(explain(Extraction((one,), ()))[0].slots)
        for one in (
            fact(period=None, subject="", predicate=None),
            fact(
                measure=Measure.CHANGE,
                direction=Direction.UP,
                modality=Modality.PLANNED,
                place="Астана",
                place_code="KZ-71",
                compared_with="план",
                attributed_to="Комитет",
            ),
        )
    )

    assert plain == {}
    assert full == {
        "subject": "школа",
        "change": "up",
        "period": "2025-01-01…2025-12-31 (year, explicit)",
        "modality": "planned",
        "place": "Астана (KZ-71)",
        "predicate": "открыть",
        "compared with": "план",
        "attributed to": "Комитет",
    }


def test_a_word_that_looks_like_a_unit_and_is_none_is_told_with_its_number() -> None:
    known, unknown = fact("120", "120"), fact("80", "80")

    first, second = explain(
        Extraction((known, unknown), (), (UnknownUnit("мккюри", unknown.char_end + 1, unknown.char_end + 7),))
    )

    assert "unknown unit" not in dict(first.slots)
    assert dict(second.slots)["unknown unit"] == "мккюри"
