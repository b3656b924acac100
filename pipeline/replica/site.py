"""The imitated site without its socket: a request in, the answer and its meaning out.

Belongs here: which path leads where. Does not belong here: the answers themselves
(`graphql_api`, `rest`, `pages`), faults (`faults`) and the transport (`transport`).
"""

import json
import re
from dataclasses import dataclass

from pipeline.replica import graphql_api, pages
from pipeline.replica.fixtures import ContentType
from pipeline.replica.items import document_item, news_item
from pipeline.replica.messages import Endpoint, Request, Response, html_response, json_response
from pipeline.replica.projects import Project
from pipeline.replica.query import ProjectFilter, preferred_language
from pipeline.replica.rest import RestApi, RestNews, filters_of
from pipeline.replica.store import ReleaseStore, slugs_of

_CONTENT = "/api/v1/public/content-manager"
# The first that fits is taken; whatever is no API is a page of the application.
_ROUTES = (
    (Endpoint.GRAPHQL, re.compile(r"/graphql")),
    (Endpoint.REST_NEWS, re.compile(_CONTENT + r"/news(?:/(?P<id>\d+))?/?")),
    (Endpoint.REST_DOCUMENTS, re.compile(_CONTENT + r"/documents(?:/(?P<id>\d+))?/?")),
    (Endpoint.RSS, re.compile(r"/api/v1/public/rss/(?P<slug>[\w-]+)/news/(?P<language>ru|kk|en)/?")),
    (Endpoint.ROBOTS, re.compile(r"/robots\.txt")),
    (Endpoint.SITEMAP, re.compile(r"/sitemap\.xml")),
    (Endpoint.UPLOAD, re.compile(r"/uploads/(?:documents/(?P<id>\d+)\.html|.*)")),
    (
        Endpoint.PAGE,
        re.compile(r"(?s)(?:/memleket/entities/(?P<slug>[\w-]+)(?:/press/news/details/(?P<id>\d+))?)?.*"),
    ),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and what the request was about.

    Attributes:
        endpoint: The door that was knocked at.
        slugs: The projects asked about.
        response: The answer.
    """

    endpoint: Endpoint
    slugs: frozenset[str]
    response: Response


@dataclass(slots=True)
class Site:
    """The state of the site; its switches may be turned while it is served.

    Attributes:
        store: The releases.
        projects: The publishing bodies.
        edition: 1 shows first versions, 2 what was edited later.
        rest_news: What REST `news` does.
        robots: What /robots.txt answers.
    """

    store: ReleaseStore
    projects: tuple[Project, ...]
    edition: int = 1
    rest_news: RestNews = RestNews.REFUSED
    robots: pages.Robots = pages.ROBOTS_ALLOW

    def reply(self, request: Request) -> Reply:
        """Answers a request."""
        endpoint, path = route(request.path)
        match endpoint:
            case Endpoint.GRAPHQL:
                slugs, response = self._graphql(request)
            case Endpoint.REST_NEWS | Endpoint.REST_DOCUMENTS:
                slugs, response = self._rest(endpoint, path.get("id"), request)
            case Endpoint.RSS:
                slugs, response = self._rss(path["slug"], path["language"])
            case Endpoint.ROBOTS:
                slugs, response = frozenset(), pages.robots_response(self.robots)
            case Endpoint.SITEMAP:
                slugs, response = frozenset(), pages.sitemap_response(p.slug for p in self.projects)
            case Endpoint.UPLOAD:
                slugs, response = self._upload(path.get("id"))
            case Endpoint.PAGE:
                slugs, response = self._page(path.get("slug"), path.get("id"))
        return Reply(endpoint, slugs, response)

    def _graphql(self, request: Request) -> tuple[frozenset[str], Response]:
        if request.method != "POST":
            return frozenset(), json_response({"status": 405, "error": "Method Not Allowed"}, status=405)
        try:
            question = json.loads(request.body)
        except ValueError:
            return frozenset(), json_response({"status": 400, "error": "Bad Request"}, status=400)
        language = preferred_language(request.headers.get("accept-language"))
        context = graphql_api.GraphqlContext(self.store, self.projects, self.edition, language)
        answer = graphql_api.execute(question, context)
        return self._matching(context.filters), json_response(answer)

    def _rest(
        self, endpoint: Endpoint, release_id: str | None, request: Request
    ) -> tuple[frozenset[str], Response]:
        language = request.query.get("lang") or preferred_language(request.headers.get("accept-language"))
        api = self._news_api(language) if endpoint is Endpoint.REST_NEWS else self._document_api(language)
        if release_id is None:
            return self._matching(filters_of(request.query)), api.list_response(request.query)
        text = api.find(int(release_id))
        return frozenset(slugs_of(text) if text else ()), api.detail_response(text)

    def _news_api(self, language: str | None) -> RestApi:
        return RestApi(
            store=self.store,
            edition=self.edition,
            language=language,
            mode=self.rest_news,
            content_type=ContentType.NEWS,
            as_item=news_item,
        )

    def _document_api(self, language: str | None) -> RestApi:
        return RestApi(
            store=self.store,
            edition=self.edition,
            language=language,
            mode=RestNews.ARRAY,
            content_type=ContentType.DOCUMENT,
            as_item=lambda text: document_item(text, self._name(text.slug, language)),
        )

    def _rss(self, slug: str, language: str) -> tuple[frozenset[str], Response]:
        releases = self.store.listing(
            ContentType.NEWS, edition=self.edition, projects=ProjectFilter("eq", slug), language=language
        )
        return frozenset({slug}), pages.rss_response(self._name(slug, language), releases)

    def _upload(self, document_id: str | None) -> tuple[frozenset[str], Response]:
        text = document_id and self.store.find(ContentType.DOCUMENT, int(document_id), edition=self.edition)
        if not text:
            return frozenset(), html_response("not found", status=404)
        return frozenset(slugs_of(text)), html_response(text.body)

    def _page(self, slug: str | None, release_id: str | None) -> tuple[frozenset[str], Response]:
        found = release_id is None or (
            self.store.find(ContentType.NEWS, int(release_id), edition=self.edition) is not None
        )
        return frozenset({slug} if slug else ()), pages.shell_response(found=found)

    def _name(self, slug: str, language: str | None) -> str:
        return next((p.name_in(language) for p in self.projects if p.slug == slug), slug)

    def _matching(self, filters: list[ProjectFilter]) -> frozenset[str]:
        named = {wanted.value for wanted in filters if wanted.operator == "eq"}
        return frozenset(
            named | {p.slug for p in self.projects for wanted in filters if wanted.matches(p.slug)}
        )


def route(path: str) -> tuple[Endpoint, dict[str, str]]:
    """The door that a path leads to, and what the path says (`slug`, `id`, `language`)."""
    for endpoint, pattern in _ROUTES:
        fit = pattern.fullmatch(path)
        if fit is not None:
            return endpoint, {name: value for name, value in fit.groupdict().items() if value is not None}
    raise LookupError(f"no route fits {path!r}")  # the last route fits every path
