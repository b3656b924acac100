"""A number that an independent writer puts down in any style is read back as the same number."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.expressions.expression import Expression
from extractors.expressions.scan import scan
from tests.unit.extractors.number_writer import (
    CASES,
    SCALES,
    SEPARATORS,
    SHORT_SCALES,
    counted,
    decimal_digits,
    grouped,
    in_words,
    with_scale,
)

WHOLE = st.integers(min_value=2, max_value=10**12)
GROUPED = st.integers(min_value=10_000, max_value=10**12)
FRACTIONS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("999999.9"), places=1)
MANTISSAS = st.decimals(min_value=Decimal("1.1"), max_value=Decimal("999.9"), places=1)
MARKS = st.sampled_from([",", "."])
SHARED = settings(max_examples=250)


def read(written: str, carrier: str = "Всего отгружено {} тонн угля.") -> list[Expression]:
    """The numbers that the extractor finds where `written` stands."""
    return list(scan(carrier.format(written), date(2025, 12, 1)).expressions)


def assert_reads(written: str, value: Decimal) -> None:
    found = read(written)
    assert [(expression.value, expression.value_max) for expression in found] == [(value, None)], written
    assert found[0].unit is not None
    assert found[0].unit.code == "t"


@SHARED
@given(GROUPED, st.sampled_from(SEPARATORS))
def test_grouped_digits(value: int, separator: str) -> None:
    assert_reads(grouped(value, separator), Decimal(value))


@SHARED
@given(
    st.decimals(min_value=Decimal("1000.1"), max_value=Decimal("999999.9"), places=1),
    st.sampled_from(SEPARATORS),
    MARKS,
)
def test_grouped_digits_with_a_fraction(value: Decimal, separator: str, mark: str) -> None:
    assert_reads(decimal_digits(value, separator, mark), value)


@SHARED
@given(FRACTIONS, MARKS)
def test_plain_fractions(value: Decimal, mark: str) -> None:
    assert_reads(decimal_digits(value, "", mark), value)


@SHARED
@given(st.integers(min_value=10**6, max_value=10**12))
def test_groups_with_dots(value: int) -> None:
    assert_reads(grouped(value, "."), Decimal(value))


@SHARED
@given(MANTISSAS, st.sampled_from(SHORT_SCALES), MARKS, st.sampled_from([" ", "\u00a0", ""]))
def test_short_scales(mantissa: Decimal, scale: tuple[int, str], mark: str, gap: str) -> None:
    written = with_scale(mantissa, scale[1], mark).replace(" ", gap)
    assert_reads(written, mantissa * scale[0])


@SHARED
@given(st.integers(min_value=2, max_value=999), st.sampled_from(SCALES), st.sampled_from(CASES))
def test_digits_with_a_scale_word_in_any_case(count: int, scale: tuple[int, str], case: str) -> None:
    assert_reads(f"{count} {counted(scale[1], count, case)}", Decimal(count * scale[0]))


@SHARED
@given(
    st.integers(min_value=1, max_value=999),
    st.integers(min_value=1, max_value=999),
    st.sampled_from([0, 1, 2]),
)
def test_split_scales(more: int, less: int, which: int) -> None:
    (large, large_word), (small, small_word) = SHORT_SCALES[which], SHORT_SCALES[which + 1]
    assert_reads(f"{more} {large_word} {less} {small_word}", Decimal(more * large + less * small))


@SHARED
@given(WHOLE, st.sampled_from(CASES))
def test_words_in_any_case(value: int, case: str) -> None:
    words = in_words(value, case)
    if words != "семью":  # the family, unless what follows says seven
        assert_reads(words, Decimal(value))


@SHARED
@given(WHOLE, st.booleans())
def test_words_in_any_letters(value: int, upper: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    words = in_words(value)
    assert_reads(words.upper() if upper else words.capitalize(), Decimal(value))


@SHARED
@given(st.integers(min_value=2, max_value=999_999))
def test_the_same_number_in_brackets_in_words_is_one(value: int) -> None:
    found = read(f"{grouped(value, ' ')} ({in_words(value)})")
    assert [expression.value for expression in found] == [Decimal(value)]


@SHARED
@given(
    st.integers(min_value=1, max_value=998),
    st.integers(min_value=1, max_value=998),
    st.sampled_from(["–", "-", "—", " – "]),
)
def test_ranges(low: int, width: int, dash: str) -> None:
    high = low + width
    found = read(f"{low}{dash}{high}")
    if dash == " – " and high > 10 * low:
        return  # so far apart a spaced dash is no range
    assert [(expression.value, expression.value_max) for expression in found] == [
        (Decimal(low), Decimal(high))
    ]


@SHARED
@given(
    st.integers(min_value=1, max_value=9),
    st.integers(min_value=1, max_value=9),
    st.sampled_from(SHORT_SCALES),
)
def test_ranges_share_the_scale(low: int, width: int, scale: tuple[int, str]) -> None:
    found = read(f"от {low} до {low + width} {scale[1]}")
    assert [(e.value, e.value_max) for e in found] == [
        (Decimal(low * scale[0]), Decimal((low + width) * scale[0]))
    ]


@SHARED
@given(FRACTIONS, st.sampled_from(["тенге", "долларов США", "рублей", "%", "процента", "кв. м", "кВт·ч"]))
def test_the_unit_does_not_change_the_number(value: Decimal, unit: str) -> None:
    found = read(
        decimal_digits(value, "", ","), carrier="Показатель достиг {} " + unit + " за отчётный период."
    )
    assert [expression.value for expression in found] == [value]


@SHARED
@given(GROUPED, st.sampled_from(SEPARATORS), st.text(alphabet="бгдж АБ.,;()\n", max_size=30))
def test_text_before_and_after_changes_nothing(value: int, separator: str, around: str) -> None:
    carrier = around + "\n\nВсего отгружено {} тонн угля.\n\n" + around
    assert [e.value for e in read(grouped(value, separator), carrier)] == [Decimal(value)]
