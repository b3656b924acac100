import json
from typing import Any

import pytest

from pipeline.sources.adapter import ParsedPayload, Payload
from pipeline.sources.govkz_reply import parse_news
from pipeline.sources.registry import source_by_key

ITEM = {
    "id": "1105113",
    "title": "Рост &ndash; 5%",
    "slug": "rost",
    "body": "<p>Рост 5%.</p>",
    "created_date": "2025-09-02T09:15:22.417+05:00",
    "projects": ["economy"],
}
ASKED = json.dumps({"query": 'query { news(projects: "eq:mdai", _lang: "ru", _page: 1) { id } }'})


def parse(reply: object, *, data: bytes | None = None, asked: str | None = ASKED) -> ParsedPayload:
    body = json.dumps(reply, ensure_ascii=False).encode() if data is None else data
    payload = Payload("https://www.gov.kz/graphql", asked, "application/json", body)
    return parse_news(source_by_key("kz_maidd"), payload)


def news(*items: object) -> dict[str, Any]:
    return {"data": {"news": list(items)}}


def test_an_item_keeps_its_raw_strings() -> None:
    (item,) = parse(news(ITEM)).items

    assert (item.content_type, item.native_id, item.slug) == ("news", "1105113", "mdai")
    assert item.title == "Рост &ndash; 5%"
    assert (item.body, item.body_format) == ("<p>Рост 5%.</p>", "html")
    assert item.published == "2025-09-02T09:15:22.417+05:00"
    assert item.url == "https://www.gov.kz/memleket/entities/mdai/press/news/details/1105113?lang=ru"
    assert json.loads(item.record) == ITEM


def test_an_id_is_the_same_as_number_and_as_text() -> None:
    number, text = parse(news({**ITEM, "id": 17}, {**ITEM, "id": " 17 "})).items

    assert number.native_id == text.native_id == "17"


def test_null_texts_are_empty_and_a_null_date_is_unknown() -> None:
    (item,) = parse(news({**ITEM, "title": None, "body": None, "created_date": None})).items

    assert (item.title, item.body, item.published) == ("", "", None)


def test_without_a_question_the_sources_slug_is_used() -> None:
    for asked in (None, "[]", '{"query": "query { news { id } }"}'):
        (item,) = parse(news(ITEM), asked=asked).items
        assert item.slug == "maidd"


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"id": None}, "item has no id"),
        ({"id": True}, "item has no id"),
        ({"id": ""}, "item has no id"),
        ({"title": 5}, "title of item 1105113 is a int, not text"),
        ({"body": ["<p>"]}, "body of item 1105113 is a list, not text"),
        ({"created_date": 1756786522}, "created_date of item 1105113 is a int, not text"),
    ],
)
def test_a_broken_item_is_set_aside_and_the_others_land(broken: dict[str, object], message: str) -> None:
    parsed = parse(news({**ITEM, **broken}, {**ITEM, "id": "2"}))

    assert [item.native_id for item in parsed.items] == ["2"]
    (problem,) = parsed.problems
    assert (problem.kind, problem.message) == ("unreadable_item", message)
    assert json.loads(problem.record) == {**ITEM, **broken}


@pytest.mark.parametrize("field", ["title", "body"])
def test_a_field_that_was_not_sent_is_a_problem(field: str) -> None:
    item = {name: value for name, value in ITEM.items() if name != field}

    (problem,) = parse(news(item)).problems

    assert problem.message == f"item 1105113 has no {field}"


def test_an_item_that_is_no_object_is_set_aside() -> None:
    parsed = parse(news(None, ITEM))

    assert len(parsed.items) == 1
    assert parsed.problems[0].message == "item is a NoneType, not an object"


@pytest.mark.parametrize(
    "data",
    [b"<html></html>", b"\xff\xfe", b'{"data": {}}', b'{"errors": [{"message": "x"}]}', b"[" * 200_000],
)
def test_a_payload_that_is_no_list_is_one_problem_with_its_beginning(data: bytes) -> None:
    parsed = parse(None, data=data)

    assert parsed.items == ()
    (problem,) = parsed.problems
    assert problem.kind == "unreadable_payload"
    assert problem.record == data[:4000].decode(errors="replace")
