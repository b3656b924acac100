from collections.abc import Callable
from typing import Any

import pytest

from pipeline.replica.messages import Request
from pipeline.replica.site import Site

Graphql = Callable[..., dict[str, Any]]

LIST = """
query News($projects: String, $page: Int, $size: Int, $sort: String, $lang: String) {
  news(projects: $projects, _page: $page, _size: $size, _sort: $sort, _lang: $lang) {
    id title body short_description created_date projects directions { id title }
  }
}
"""


def test_item_holds_what_the_fixture_says_and_nothing_else(graphql: Graphql) -> None:
    answer = graphql(LIST, projects="eq:economy", size=1)

    assert answer == {
        "data": {
            "news": [
                {
                    "id": "1001",
                    "title": "Рост&nbsp;ВВП  составил 6,3%",
                    "body": "<p>ВВП вырос на 6,3<span>\u00a0</span>%.</p>\n<p>&nbsp;</p>\n",
                    "short_description": "Итоги девяти месяцев",
                    "created_date": "2025-10-01T09:30:00.123Z",
                    "projects": ["economy"],
                    "directions": [],
                }
            ]
        }
    }


def test_only_requested_fields_are_sent(graphql: Graphql) -> None:
    answer = graphql('{ news(projects: "eq:minfin") { created_date id } }')

    assert answer["data"] == {"news": [{"created_date": "2025-10-01T14:30:00+05:00", "id": "1003"}]}


def test_pages_follow_one_another_and_end_in_an_empty_list(graphql: Graphql) -> None:
    pages = [
        [item["id"] for item in graphql(LIST, projects="eq:economy", page=page, size=2)["data"]["news"]]
        for page in (1, 2, 3, 4)
    ]

    assert pages == [["1001", "1003"], ["1002", "1004"], ["1004"], []]


def test_sort_order_is_taken_in_any_case(graphql: Graphql) -> None:
    ascending = graphql(LIST, projects="eq:economy", sort="created_date:ASC")["data"]["news"]

    assert ascending[0]["created_date"] == "2020-03-05T00:00:00"
    assert ascending[-1]["created_date"] is None


@pytest.mark.parametrize(
    ("argument", "header", "start"),
    [("ru", "en", "Рост"), ("en", None, "GDP"), (None, "ru", "Рост"), (None, None, "GDP")],
)
def test_language_comes_from_the_argument_then_the_header_then_is_english(
    graphql: Graphql, argument: str | None, header: str | None, start: str
) -> None:
    answer = graphql(LIST, header, projects="eq:economy", size=1, lang=argument)

    assert answer["data"]["news"][0]["title"].startswith(start)


def test_kazakh_item_stands_in_the_russian_list(graphql: Graphql) -> None:
    titles = [item["title"] for item in graphql(LIST, projects="eq:economy", lang="ru")["data"]["news"]]

    assert "Қазақстан экономикасы" in titles


def test_contains_matches_more_than_was_meant(graphql: Graphql) -> None:
    news = graphql(LIST, projects="contains:minfin")["data"]["news"]

    assert [item["projects"] for item in news] == [["minfin-astana"], ["economy", "minfin"]]


def test_unknown_project_has_an_empty_list(graphql: Graphql) -> None:
    assert graphql(LIST, projects="eq:nowhere") == {"data": {"news": []}}


def test_press_releases_are_a_list_of_their_own(graphql: Graphql) -> None:
    answer = graphql('{ press_releases(projects: "eq:minfin") { id title } }')

    assert answer["data"] == {"press_releases": [{"id": "1006", "title": "Пресс-релиз"}]}


@pytest.mark.parametrize(("size", "count"), [('">0"', 3), ("2", 2)])
def test_projectdetails_names_the_bodies_in_the_language_asked_for(
    graphql: Graphql, size: str, count: int
) -> None:
    query = (
        f"{{ projectdetails(_size: {size}) {{ id project_name parent_govorg {{ id }} class {{ name }} }} }}"
    )

    bodies = graphql(query)["data"]["projectdetails"]

    assert len(bodies) == count
    assert (bodies[0]["id"], bodies[0]["project_name"]) == ("economy", "Министерство экономики")
    assert graphql(query, None)["data"]["projectdetails"][0]["project_name"] == "Ministry of Economy"


@pytest.mark.parametrize(
    "query",
    [
        "{ news(projects: ",
        "{ news { id nothing } }",
        '{ news(projects: "neq:economy") { id } }',
        '{ news(_sort: "title:asc") { id } }',
        "{ news(_size: 0) { id } }",
        '{ projectdetails(_size: "<1") { id } }',
        "",
    ],
)
def test_bad_query_is_answered_with_errors(graphql: Graphql, query: str) -> None:
    answer = graphql(query)

    assert [set(error) >= {"message"} for error in answer["errors"]] == [True]
    assert not (answer.get("data") or {}).get("news")


@pytest.mark.parametrize(
    ("method", "body", "status"),
    [("GET", b"", 405), ("POST", b"query", 400), ("POST", b"[]", 200), ("POST", b'{"query": 1}', 200)],
)
def test_request_that_is_no_graphql_gets_no_data(site: Site, method: str, body: bytes, status: int) -> None:
    response = site.reply(Request(method, "/graphql", {}, {}, body)).response

    assert response.status == status
    assert b'"data":{' not in response.body


def test_reply_tells_the_projects_asked_about(site: Site) -> None:
    def slugs(projects: str) -> set[str]:
        body = f'{{"query": "{{ news(projects: \\"{projects}\\") {{ id }} }}"}}'.encode()
        return set(site.reply(Request("POST", "/graphql", {}, {}, body)).slugs)

    assert slugs("eq:economy") == {"economy"}
    assert slugs("eq:unheard-of") == {"unheard-of"}
    assert slugs("contains:minfin") == {"minfin", "minfin-astana"}
