import json
from urllib.parse import quote

import pytest

from pipeline.sources.adapter import ParsedPayload, Payload
from pipeline.sources.file_formats import CONTENT_TYPES, UNSUPPORTED_TYPE, parse_file


def parse(name: str, content: str | bytes) -> ParsedPayload:
    data = content.encode() if isinstance(content, str) else content
    suffix = name[name.rindex(".") :]
    content_type = CONTENT_TYPES.get(suffix, UNSUPPORTED_TYPE)
    return parse_file(Payload(f"file://files/{quote(name)}", None, content_type, data))


def test_the_whole_text_is_the_body_and_its_title_line_the_title() -> None:
    (item,) = parse("папка/004 а.txt", "30 млн евро за «рулетку»\n\nКазино продали.\n").items

    assert (item.content_type, item.native_id, item.url) == (
        "file",
        "папка/004 а.txt",
        f"file://files/{quote('папка/004 а.txt')}",
    )
    assert item.title == "30 млн евро за «рулетку»"
    assert (item.body, item.body_format) == ("30 млн евро за «рулетку»\n\nКазино продали.\n", "text")
    assert item.published is None


@pytest.mark.parametrize(
    "text",
    [
        "Собрано 5 тонн.\n\nПродано 3 тонны.",
        "Собрано 5 тонн",
        "Объём торговли составил 12 млрд\nдолларов, что на 5% больше.",
        f"{'Очень длинная строка ' * 10}\n\nТекст.",
        "Итоги:\n\n5 тонн",
        "",
        "\n\n",
    ],
)
def test_a_sentence_or_a_long_or_single_line_is_no_title(text: str) -> None:
    (item,) = parse("a.txt", text).items

    assert item.title == ""
    assert item.body == text


def test_a_question_may_be_a_title() -> None:
    assert parse("a.txt", "Так кто кому должен?\n\nМинск должен.").items[0].title == "Так кто кому должен?"


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2026-03-01.txt", "2026-03-01"),
        ("economy_20260301_v2.txt", "2026-03-01"),
        ("Итоги 01.03.2026 г.txt", "2026-03-01"),
        ("2026_03_01-итоги.txt", "2026-03-01"),
        ("2025-01-01/004.txt", None),
        ("004.txt", None),
        ("1120260301.txt", None),
        ("2026-0301.txt", None),
    ],
)
def test_a_date_may_stand_in_the_files_own_name(name: str, published: str | None) -> None:
    assert parse(name, "Собрано 5 тонн.").items[0].published == published


def test_a_page_gives_title_date_and_main_part() -> None:
    (item,) = parse(
        "page.html",
        "<html><head><title>Сайт | Рост</title>"
        '<meta property="article:published_time" content="2026-03-01T10:00:00Z">'
        '<meta property="og:title" content="Рост 5%"></head>'
        "<body><nav>Меню 1</nav><article><header><p>Теги 2</p></header>"
        "<p>Рост составил 5%.</p></article><footer>Телефон 3</footer></body></html>",
    ).items

    assert (item.title, item.published, item.body_format) == ("Рост 5%", "2026-03-01T10:00:00Z", "html")
    assert item.body == "<p>Рост составил 5%.</p>"


def test_a_fragment_is_all_content() -> None:
    (item,) = parse("2026-03-01.html", "<h1>Рост</h1><p>5%</p>").items

    assert (item.title, item.published) == ("Рост", "2026-03-01")
    assert item.body == "<h1>Рост</h1><p>5%</p>"


@pytest.mark.parametrize(
    "document",
    [
        {"id": 7, "title": "Рост", "text": "5%", "published": "2026-03-01"},
        [{"id": "7", "title": "Рост", "text": "5%", "date": "2026-03-01"}],
        {"items": [{"id": 7, "title": "Рост", "text": "5%", "created_date": "2026-03-01"}]},
        {"content": [{"id": 7, "title": "Рост", "text": "5%", "published_at": "2026-03-01"}]},
    ],
)
def test_json_may_hold_one_release_or_a_list(document: object) -> None:
    (item,) = parse("a.json", json.dumps(document)).items

    assert (item.native_id, item.title, item.body, item.body_format) == ("7", "Рост", "5%", "text")
    assert item.published == "2026-03-01"


def test_json_lines_hold_one_release_each_and_a_broken_line_is_set_aside() -> None:
    parsed = parse("a.jsonl", '{"text": "5%"}\n\n{"text": \n{"id": "x", "text": "6%"}\n')

    assert [(item.native_id, item.body) for item in parsed.items] == [("a.jsonl#1", "5%"), ("x", "6%")]
    (problem,) = parsed.problems
    assert (problem.kind, problem.message) == ("unreadable_payload", "a.jsonl, entry 3: no JSON")
    assert problem.record == '{"text": '


@pytest.mark.parametrize(
    ("entry", "body_format"),
    [
        ({"html": "5%"}, "html"),
        ({"text": "<p>5%"}, "text"),
        ({"body": "<p>5%</p>"}, "html"),
        ({"body": "5 < 6"}, "text"),
        ({"content": "<b>5</b>"}, "html"),
    ],
)
def test_names_that_say_nothing_are_looked_into(entry: dict[str, str], body_format: str) -> None:
    assert parse("a.json", json.dumps(entry)).items[0].body_format == body_format


def test_publisher_and_address_may_be_given() -> None:
    entry = {"text": "5%", "publisher": "Минфин", "url": "https://example.org/7"}

    (item,) = parse("a.json", json.dumps(entry)).items

    assert (item.publisher, item.url, item.native_id) == ("Минфин", "https://example.org/7", "a.json")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"title": "t"}, "entry has none of text, html, body, content"),
        ({"text": 5}, "text is a int, not text"),
        ({"text": "5", "id": 1.5}, "id 1.5 is neither a number nor text"),
        ({"text": "5", "published": 20260301}, "published is a int, not text"),
        (5, "entry is a int, not an object"),
    ],
)
def test_an_entry_that_is_no_release_is_set_aside(entry: object, message: str) -> None:
    parsed = parse("a.json", json.dumps([{"text": "ok"}, entry]))

    assert len(parsed.items) == 1
    assert parsed.problems[0].message == f"a.json, entry 2: {message}"
    assert parsed.problems[0].kind == "unreadable_item"


def test_json_that_is_none_is_one_problem() -> None:
    parsed = parse("a.json", "{'text': 5}")

    assert parsed.items == ()
    assert parsed.problems[0].message == "a.json: no JSON"


def test_a_file_of_another_kind_is_a_problem_not_a_gap() -> None:
    parsed = parse("scan.pdf", b"")

    assert parsed.items == ()
    assert parsed.problems[0].kind == "unsupported_file"
    assert "scan.pdf: not a kind of file that we read" in parsed.problems[0].message


def test_a_file_that_is_no_text_is_a_problem() -> None:
    assert parse("b.txt", b"\x81\x8d\x90\xff\x00").problems[0].kind == "unreadable_payload"
