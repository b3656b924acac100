import json
from collections.abc import Callable

import pytest

from pipeline.replica.messages import Response
from pipeline.replica.rest import RestNews
from pipeline.replica.site import Site

Get = Callable[..., Response]

NEWS = "/api/v1/public/content-manager/news"
DOCUMENTS = "/api/v1/public/content-manager/documents"


@pytest.mark.parametrize("path", [NEWS, f"{NEWS}/1001"])
def test_news_is_refused_as_automated_access_from_the_start(get: Get, path: str) -> None:
    response = get(path, projects="eq:economy")

    assert response.status == 400
    assert b"notAllowed" in response.body


def test_open_news_is_a_bare_array_with_numeric_ids(site: Site, get: Get) -> None:
    site.rest_news = RestNews.ARRAY

    items = json.loads(get(NEWS, projects="eq:economy", page="1", size="2").body)

    assert [item["id"] for item in items] == [1001, 1003]
    assert items[0]["body"].startswith("<p>ВВП вырос")


def test_news_may_come_in_a_content_object(site: Site, get: Get) -> None:
    site.rest_news = RestNews.CONTENT_OBJECT

    answer = json.loads(get(NEWS, projects="eq:minfin").body)

    assert [item["id"] for item in answer["content"]] == [1003]


def test_details_follow_language_and_edition(site: Site, get: Get) -> None:
    site.rest_news = RestNews.ARRAY
    assert json.loads(get(f"{NEWS}/1001", lang="en").body)["title"] == "GDP grew by 6.3%"
    assert get(f"{NEWS}/1003").status == 200

    site.edition = 2

    assert json.loads(get(f"{NEWS}/1001").body)["title"] == "Рост ВВП составил 6,4%"
    assert get(f"{NEWS}/1003").status == 404


@pytest.mark.parametrize("projects", ["minfin", "eq:minfin", "contains:minf"])
def test_documents_are_open_to_everybody(get: Get, projects: str) -> None:
    response = get(DOCUMENTS, projects=projects, sort_by="created_date:DESC", page="0")

    (document,) = json.loads(response.body)
    assert (document["id"], document["content"]) == (1007, "<p>Документ.</p>\n")
    assert document["full_text"] == [{"document": "/uploads/documents/1007.html"}]


def test_page_after_the_last_is_empty(get: Get) -> None:
    assert json.loads(get(DOCUMENTS, page="2", size="50").body) == []


@pytest.mark.parametrize(
    ("condition", "count"), [("gt:2025-10-01T00:00:00", 1), ("gt:2025-10-02T10:00:00", 0)]
)
def test_documents_after_a_time(get: Get, condition: str, count: int) -> None:
    assert len(json.loads(get(DOCUMENTS, created_date=condition).body)) == count


@pytest.mark.parametrize("title", ["бюлл", "БЮЛЛЕТЕНЬ"])
def test_documents_by_a_part_of_the_title(get: Get, title: str) -> None:
    assert len(json.loads(get(DOCUMENTS, title=title).body)) == 1
    assert json.loads(get(DOCUMENTS, title="отчёт").body) == []


@pytest.mark.parametrize(
    "parameters",
    [
        {"created_date": "gte:2025-10-01T00:00:00"},
        {"created_date": "gt:yesterday"},
        {"projects": "neq:minfin"},
        {"sort_by": "order"},
        {"page": "-1"},
        {"size": "all"},
    ],
)
def test_parameter_that_is_not_understood_is_a_server_error(get: Get, parameters: dict[str, str]) -> None:
    assert get(DOCUMENTS, **parameters).status == 500


def test_document_detail_names_the_publisher(get: Get) -> None:
    document = json.loads(get(f"{DOCUMENTS}/1007").body)

    assert document["gosorgan"] == {"items": [{"project_name": "minfin"}]}
    assert get(f"{DOCUMENTS}/1001").status == 404
