"""`POST /graphql`: the site's lists by GraphQL, parsed and validated by graphql-core.

Belongs here: the schema's resolvers. Does not belong here: HTTP (`site`, `server`) and which
rows a list has (`store`).
"""

from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, graphql_sync

from pipeline.replica.fixtures import ContentType
from pipeline.replica.items import news_item
from pipeline.replica.projects import Project
from pipeline.replica.query import (
    ProjectFilter,
    QueryError,
    page_slice,
    parse_newest_first,
    parse_project_filter,
)
from pipeline.replica.store import ReleaseStore

_SCHEMA_PATH = Path(__file__).with_name("schema.graphql")


@dataclass(frozen=True, slots=True)
class GraphqlContext:
    """What resolvers answer from.

    Attributes:
        store: The releases.
        projects: The publishing bodies.
        edition: Which edition of the site is shown.
        language: What `Accept-Language` asks for.
        filters: Collects the project filters of the query, for faults aimed at one slug.
    """

    store: ReleaseStore
    projects: tuple[Project, ...]
    edition: int
    language: str | None
    filters: list[ProjectFilter] = field(default_factory=list)


def execute(request: object, context: GraphqlContext) -> dict[str, object]:
    """Answers a request body (`query`, `variables`, `operationName`) with `data`, or with `errors`."""
    if not isinstance(request, dict) or not isinstance(request.get("query"), str):
        return {"errors": [{"message": "the body holds no query"}], "data": None}
    result = graphql_sync(
        _schema(),
        request["query"],
        context_value=context,
        variable_values=request.get("variables"),
        operation_name=request.get("operationName"),
    )
    return {**result.formatted}


@cache
def _schema() -> GraphQLSchema:
    schema = build_schema(_SCHEMA_PATH.read_text(encoding="utf-8"))
    if schema.query_type is None:
        raise TypeError(f"{_SCHEMA_PATH} has no type Query")
    fields = schema.query_type.fields
    fields["news"].resolve = partial(_resolve_releases, ContentType.NEWS)
    fields["press_releases"].resolve = partial(_resolve_releases, ContentType.PRESS_RELEASE)
    fields["projectdetails"].resolve = _resolve_projects
    return schema


def _resolve_releases(
    content_type: ContentType,
    _root: None,
    info: GraphQLResolveInfo,
    projects: str | None = None,
    _lang: str | None = None,
    _page: int | None = None,
    _size: int | None = None,
    _sort: str | None = None,
) -> list[dict[str, object]]:
    context: GraphqlContext = info.context
    wanted = parse_project_filter(projects) if projects is not None else None
    if wanted is not None:
        context.filters.append(wanted)
    rows = context.store.listing(
        content_type,
        edition=context.edition,
        projects=wanted,
        language=_lang or context.language,
        newest_first=parse_newest_first(_sort) if _sort is not None else True,
    )
    return [{**news_item(row), "id": str(row.front.id)} for row in rows[page_slice(page=_page, size=_size)]]


def _resolve_projects(
    _root: None,
    info: GraphQLResolveInfo,
    _lang: str | None = None,
    _page: int | None = None,
    _size: int | str | None = None,
) -> list[dict[str, object]]:
    context: GraphqlContext = info.context
    size = _size if _size is None else _size_limit(_size, len(context.projects))
    return [
        {
            "id": project.slug,
            "project_name": project.name_in(_lang or context.language),
            "parent_govorg": None,
            "class": {"name": "Министерство"},
        }
        for project in context.projects[page_slice(page=_page, size=size)]
    ]


def _size_limit(size: int | str, everything: int) -> int:
    """Reads `10`, or `">0"`, by which clients ask for everything."""
    if isinstance(size, int):
        return size
    if size.startswith(">") and size[1:].isdigit():
        return max(1, everything)
    raise QueryError(f"_size: cannot understand {size!r}")
