import pytest

from pipeline.parse.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("По итогам года собрано 5 млн тонн зерна.", "ru"),
        ("Пленарное заседание", "ru"),
        ("Область Жетісу, район Қарасай и город Өскемен: приказ № 87-НҚ утверждён министром.", "ru"),
        (
            "Лауреатами премии «Таңдау» стали 12 организаций, конкурс «Үздік» прошёл в Қызылорде и Шымкенте.",
            "ru",
        ),
        ("Компания Air Astana и Boeing подписали соглашение на 15 самолётов 787 Dreamliner.", "ru"),
        ("Жыл қорытындысы бойынша 5 млн тонна астық жиналды.", "kk"),
        ("Қазақстан Республикасының Денсаулық сақтау министрлігі", "kk"),
        ("Бүгін Астанада Үкімет отырысы өтті және жаңа бағдарлама туралы баяндалды.", "kk"),
        ("The ministry reported that GDP grew by 6.3% in 2025.", "en"),
        ("GDP рост", "ru"),
        ("", "und"),
        ("12 345,6 % — 2025", "und"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert detect_language(text) == language
