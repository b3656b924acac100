"""A site of ten tiny releases, one for each quirk, without a socket."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.replica.fixtures import load_fixtures
from pipeline.replica.messages import Request, Response
from pipeline.replica.projects import Project, with_unregistered
from pipeline.replica.site import Site
from pipeline.replica.store import ReleaseStore

RELEASES = Path(__file__).parent / "releases"


@pytest.fixture
def store() -> ReleaseStore:
    return ReleaseStore(load_fixtures(RELEASES))


@pytest.fixture
def site(store: ReleaseStore) -> Site:
    economy = Project("economy", {"ru": "Министерство экономики", "en": "Ministry of Economy"})
    return Site(store, with_unregistered([economy], store.slugs))


@pytest.fixture
def get(site: Site) -> Callable[..., Response]:
    """GET of a path with query parameters and an `Accept-Language`."""

    def ask(path: str, language: str | None = "ru", **query: str) -> Response:
        headers = {} if language is None else {"accept-language": language}
        parameters = {name.replace("_", "-") if name == "sort_by" else name: query[name] for name in query}
        return site.reply(Request("GET", path, parameters, headers, b"")).response

    return ask


@pytest.fixture
def graphql(site: Site) -> Callable[..., dict[str, Any]]:
    """POST of a query; yields the decoded answer."""

    def ask(query: str, language: str | None = "ru", **variables: object) -> dict[str, Any]:
        headers = {} if language is None else {"accept-language": language}
        body = json.dumps({"query": query, "variables": variables}).encode()
        answer: dict[str, Any] = json.loads(
            site.reply(Request("POST", "/graphql", {}, headers, body)).response.body
        )
        return answer

    return ask
