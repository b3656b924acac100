"""Requests and answers as plain values, so that the site can be imitated without a socket.

Belongs here: what every part of the replica says about HTTP. Does not belong here: the
transport (`server`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Endpoint(StrEnum):
    """The doors of the site; faults and logs are aimed by them."""

    GRAPHQL = "graphql"
    REST_NEWS = "rest_news"
    REST_DOCUMENTS = "rest_documents"
    RSS = "rss"
    ROBOTS = "robots"
    SITEMAP = "sitemap"
    UPLOAD = "upload"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Request:
    """A request, decoded as far as HTTP goes.

    Attributes:
        method: `GET`, `HEAD` or `POST`.
        path: Decoded path without the query.
        query: Query parameters; of a repeated one the last.
        headers: Header fields by lower-case name.
        body: The body, empty without one.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Response:
    """An answer.

    Attributes:
        status: Status code.
        content_type: Value of Content-Type.
        body: The body, whole.
        headers: Further header fields.
    """

    status: int
    content_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


def json_response(value: object, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    """JSON in UTF-8, letters unescaped and separators tight, as the site sends it."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(status, "application/json;charset=UTF-8", body, headers)


def html_response(page: str, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    """A page in UTF-8."""
    return Response(status, "text/html; charset=utf-8", page.encode(), headers)


def text_response(text: str, *, status: int = 200) -> Response:
    """Plain text in UTF-8."""
    return Response(status, "text/plain; charset=utf-8", text.encode())
