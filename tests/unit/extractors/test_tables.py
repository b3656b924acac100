"""Numbers in tables: head, label and caption give subject, change, territory, time and whole."""

from datetime import date

import pytest

from extractors import Fact, extract
from extractors.text.table_layout import find_tables

PUBLISHED = date(2025, 8, 15)
RESERVOIRS = """Гидрологическая обстановка

Водохранилище | Объём, млн м³ | Приток, м³/с
Капшагайское | 16 420 | 541
Шардаринское | 5 104 | 395"""
TRADE = """Товар | Вес, тыс. тонн | Стоимость, млн долларов США
Медь рафинированная | 299,7 | 2 508,1
Пшеница | 5 390 | 1 446,9"""
WAGES = """Средняя заработная плата по регионам, II квартал 2025 года

Регион | Зарплата, тенге | К II кварталу 2024 года, %
Республика Казахстан | 424 905 | 110,8
Акмолинская | 354 212 | 112,6
г. Алматы | 468 317 | 111,9"""
BUDGET = """Освоение средств по бюджетным программам за 2024 год, млн тенге

Код | Программа | План | Факт
001 | Формирование политики в сфере культуры | 8 412,6 | 8 397,0
033 | Сохранение наследия | 57 930,1 | 57 118,4
Итого | | 66 342,7 | 65 515,4"""
YEARS = """Показатель | 2023 | 2024
Добыча нефти, млн тонн | 90,0 | 87,7
Экспорт нефти, млн тонн | 70,5 | 68,6"""
SOWING = """№ | Регион | Посеяно, тыс. га | Рост, %
1 | Акмолинская область | 5 120 | 2,3
2 | Костанайская область | 5 300 | -1,1"""
CITIES = """Показатель | Астана | Алматы
Цена хлеба, тенге | 210 | 198
Цена молока, тенге | 430 | 415"""
INVESTMENTS = """Инвестиции в основной капитал, млрд тенге

| 2024 | 2025
Всего | 4 200,5 | 5 100,9
промышленность | 3 100,1 | 3 900,0
транспорт | 1 100,4 | 1 200,9"""


def fact_of(table: str, quote: str) -> Fact:
    facts = extract(table, published=PUBLISHED, syntax="none").facts
    found = [fact for fact in facts if fact.quote == quote]
    assert len(found) == 1, [fact.quote for fact in facts]
    return found[0]


def whole_of(table: str, quote: str) -> str | None:
    facts = extract(table, published=PUBLISHED, syntax="none").facts
    part = next(fact for fact in facts if fact.quote == quote)
    return None if part.part_of is None else facts[part.part_of].quote


@pytest.mark.parametrize(
    ("table", "quote", "subject", "head"),
    [
        (RESERVOIRS, "16 420", "объём капшагайского водохранилища", "объём"),
        (RESERVOIRS, "395", "приток шардаринского водохранилища", "приток"),
        (TRADE, "299,7", "рафинированная медь", "медь"),
        (TRADE, "1 446,9", "пшеница", "пшеница"),
        (WAGES, "354 212", "средняя заработная плата", "плата"),
        (WAGES, "111,9", "средняя заработная плата", "плата"),
        (BUDGET, "8 397,0", "формирование политики в сфере культуры", "формирование"),
        (BUDGET, "65 515,4", "программа", "программа"),
        (YEARS, "87,7", "добыча нефти", "добыча"),
        (CITIES, "430", "цена молока", "цена"),
        (INVESTMENTS, "5 100,9", "инвестиция в основной капитал", "инвестиция"),
        (INVESTMENTS, "1 100,4", "транспорт", "транспорт"),
    ],
)
def test_subject_comes_from_head_label_and_caption(table: str, quote: str, subject: str, head: str) -> None:
    fact = fact_of(table, quote)
    assert (fact.subject, fact.subject_head, fact.rule) == (subject, head, "table")


@pytest.mark.parametrize(
    ("table", "quote", "place"),
    [
        (WAGES, "424 905", "Казахстан"),
        (WAGES, "354 212", "Акмолинская область"),
        (WAGES, "468 317", "Алматы"),
        (SOWING, "5 300", "Костанайская область"),
        (CITIES, "430", "Астана"),
        (CITIES, "198", "Алматы"),
        (TRADE, "5 390", None),
        (BUDGET, "57 930,1", None),
    ],
)
def test_place_comes_from_label_or_head(table: str, quote: str, place: str | None) -> None:
    assert fact_of(table, quote).place == place


@pytest.mark.parametrize(
    ("quote", "measure", "direction"), [("2,3", "change", "up"), ("-1,1", "change", "down")]
)
def test_head_tells_a_change(quote: str, measure: str, direction: str) -> None:
    fact = fact_of(SOWING, quote)
    assert (fact.measure, fact.direction, fact.value > 0) == (measure, direction, True)


def test_index_to_another_time_is_a_level() -> None:
    assert fact_of(WAGES, "112,6").measure == "level"


@pytest.mark.parametrize(
    ("table", "quote", "start", "end"),
    [
        (YEARS, "90,0", date(2023, 1, 1), date(2023, 12, 31)),
        (YEARS, "87,7", date(2024, 1, 1), date(2024, 12, 31)),
        (BUDGET, "8 412,6", date(2024, 1, 1), date(2024, 12, 31)),
        (WAGES, "354 212", date(2025, 4, 1), date(2025, 6, 30)),
    ],
)
def test_time_comes_from_head_or_caption(table: str, quote: str, start: date, end: date) -> None:
    period = fact_of(table, quote).period
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_plan_column_is_planned_and_fact_column_is_not() -> None:
    assert fact_of(BUDGET, "8 412,6").modality == "planned"
    assert fact_of(BUDGET, "8 397,0").modality == "actual"


@pytest.mark.parametrize(
    ("table", "quote", "whole"),
    [
        (BUDGET, "8 412,6", "66 342,7"),
        (BUDGET, "57 118,4", "65 515,4"),
        (INVESTMENTS, "3 100,1", "4 200,5"),
        (INVESTMENTS, "1 200,9", "5 100,9"),
        (WAGES, "354 212", None),
        (YEARS, "70,5", None),
        (TRADE, "299,7", None),
    ],
)
def test_rows_are_parts_of_their_total_in_the_same_column(table: str, quote: str, whole: str | None) -> None:
    assert whole_of(table, quote) == whole


def test_quote_stays_as_printed() -> None:
    fact = fact_of(BUDGET, "8 412,6")
    assert (fact.quote, fact.value, fact.unit) == ("8 412,6", 8412600000, "KZT")


def test_cells_keep_their_offsets() -> None:
    (table,) = find_tables(WAGES)
    for row in (table.head, *table.rows):
        for cell in row:
            assert WAGES[cell.start : cell.end] == cell.text


def test_prose_has_no_tables() -> None:
    assert find_tables("Построено 5 школ.\nЕщё 3 строят.") == ()
    assert find_tables("Школы | 5") == ()


def test_first_row_with_data_is_no_head() -> None:
    (table,) = find_tables("Школы | 5\nБольницы | 3")
    assert (table.head, len(table.rows)) == ((), 2)


def test_row_that_numbers_the_columns_states_nothing() -> None:
    text = (
        "Тарифы, тенге\n\nУслуга | с 1 января 2024 года | с 1 июля 2024 года\n1 | 2 | 3\nВода | 69,7 | 77,5"
    )
    found = extract(text, published=PUBLISHED, syntax="none")
    assert [(fact.quote, fact.unit) for fact in found.facts] == [("69,7", "KZT"), ("77,5", "KZT")]
