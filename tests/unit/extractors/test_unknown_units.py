"""A word that stands for a unit nobody entered is told apart from what is counted."""

import pytest

from extractors import extract


def unknown_in(text: str) -> list[str]:
    found = extract(text, published=None, syntax="none").unknown_units
    assert [text[unit.char_start : unit.char_end] for unit in found] == [unit.word for unit in found]
    return [unit.word for unit in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Активность пробы – 12 мккюри.", ["мккюри"]),
        ("В крови найдено 5 нмоль/л кортизола.", ["нмоль/л"]),
        ("Компенсировано 7 МВАры мощности.", ["МВАры"]),
        ("Взято 3 хмырга и 4 хмырга проб.", ["хмырга", "хмырга"]),
    ],
)
def test_word_in_no_table_is_an_unknown_unit(text: str, words: list[str]) -> None:
    assert unknown_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Работают 16 СЭЗ и 5 цехов.",
        "Собрано 5 т зерна, 3 ммоль/л и 7 ц.",
        "Открыто 12 центров.",
        "Всего их 12, и это немало.",
        "Пришли 5 SME из ЕАЭС.",
        "Принят закон № 5 и ст. 7.",
    ],
)
def test_known_units_and_counted_things_are_none(text: str) -> None:
    assert unknown_in(text) == []
