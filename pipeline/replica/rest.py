"""`/api/v1/public/content-manager/…`: the site's lists and details by REST, with its guard.

Belongs here: REST parameters, list shapes and errors. Does not belong here: which rows a list
has (`store`) and the fields of an item (`items`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pipeline.replica.faults import not_allowed
from pipeline.replica.fixtures import ContentType, ReleaseText
from pipeline.replica.messages import Response, json_response
from pipeline.replica.query import (
    ProjectFilter,
    QueryError,
    instant,
    page_slice,
    parse_newest_first,
    parse_project_filter,
)
from pipeline.replica.store import ReleaseStore


class RestNews(StrEnum):
    """What REST `news` does; the site was seen in all three states over the years."""

    REFUSED = "refused"
    ARRAY = "array"
    CONTENT_OBJECT = "content_object"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestApi:
    """The lists and details of one content type, in one edition and language.

    Attributes:
        store: The releases.
        edition: Which edition is shown.
        language: What the request asks for.
        mode: Shape of lists, or refusal of everything.
        content_type: Whether these are news or documents.
        as_item: The fields of an item of this type.
    """

    store: ReleaseStore
    edition: int
    language: str | None
    mode: RestNews
    content_type: ContentType
    as_item: Callable[[ReleaseText], Mapping[str, object]]

    def list_response(self, query: Mapping[str, str]) -> Response:
        """The answer to a list request; 500 to a parameter that the site does not understand."""
        if self.mode is RestNews.REFUSED:
            return not_allowed().response
        try:
            items = [self.as_item(text) for text in self._rows(query)]
        except QueryError as error:
            return json_response({"status": 500, "error": str(error)}, status=500)
        return json_response({"content": items} if self.mode is RestNews.CONTENT_OBJECT else items)

    def find(self, release_id: int) -> ReleaseText | None:
        """The text of one item."""
        return self.store.find(self.content_type, release_id, edition=self.edition, language=self.language)

    def detail_response(self, text: ReleaseText | None) -> Response:
        """The answer to a request for one item, which may be missing."""
        if self.mode is RestNews.REFUSED:
            return not_allowed().response
        if text is None:
            return json_response({"status": 404, "error": "Not Found"}, status=404)
        return json_response(self.as_item(text))

    def _rows(self, query: Mapping[str, str]) -> list[ReleaseText]:
        projects, condition = query.get("projects"), query.get("created_date")
        after = None if condition is None else _after(condition)
        rows = self.store.listing(
            self.content_type,
            edition=self.edition,
            projects=parse_project_filter(projects, bare_is_eq=True) if projects else None,
            language=self.language,
            newest_first=parse_newest_first(query.get("sort-by", "created_date:DESC")),
        )
        title = query.get("title", "").lower()
        kept = [row for row in rows if title in row.front.title.lower() and _is_after(row, after)]
        return kept[page_slice(page=_number(query, "page"), size=_number(query, "size"))]


def filters_of(query: Mapping[str, str]) -> list[ProjectFilter]:
    """The project filter of a list request, if it has one that can be understood."""
    try:
        return [parse_project_filter(query["projects"], bare_is_eq=True)] if query.get("projects") else []
    except QueryError:
        return []


def _after(condition: str) -> datetime:
    """Reads `gt:<time>`, the one operator on times that the site understands."""
    operator, _, moment = condition.partition(":")
    after = instant(moment)
    if operator != "gt" or after is None:
        raise QueryError(f"created_date: cannot understand {condition!r}")
    return after


def _is_after(row: ReleaseText, after: datetime | None) -> bool:
    created = instant(row.front.created_date)
    return after is None or (created is not None and created > after)


def _number(query: Mapping[str, str], name: str) -> int | None:
    value = query.get(name)
    if value is None:
        return None
    if not value.isdecimal():
        raise QueryError(f"{name}: cannot understand {value!r}")
    return int(value)
