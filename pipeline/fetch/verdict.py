"""Judging an answer by status and shape: taken, refused by the site, or not what was asked for.

Belongs here: the one place that turns HTTP answers into our errors. Does not belong here: what the
answer's content means (adapters).
"""

import json
import re

from pipeline.errors import SourceChanged, SourceError, SourceRefused, SourceUnreachable
from pipeline.fetch.exchange import Exchange

# Pages that bot protections show instead of the site; a form with reCAPTCHA is none.
_CHALLENGE = re.compile(
    rb"(?<!re)captcha|cf-chl|challenge-platform|ddos-guard|__ddg|_incapsula_|servicepipe|__qrator",
    re.IGNORECASE,
)
_EXCERPT_BYTES = 300
NO_GUARD_REMEDY = "we pass no guard: ask the site's owner for access, or feed its releases as files"
LATER_REMEDY = "try again later; the other sources are not affected"
_CERTIFICATE_REMEDY = (
    "certificates stay checked: name the site's authority in SSL_CERT_FILE, or disable the source in its YAML"
)


def unreachable(source: str, seen: str) -> SourceUnreachable:
    """The error for an answer that did not come, with the remedy that fits."""
    untrusted = "CERTIFICATE_VERIFY_FAILED" in seen
    return SourceUnreachable(source, seen, remedy=_CERTIFICATE_REMEDY if untrusted else LATER_REMEDY)


class ServerUnwell(SourceUnreachable):
    """500 or 504: a lighter question may help, so an adapter can catch it and ask for less."""


class PageInsteadOfData(SourceChanged):
    """A page where JSON was asked for, as an unwell backend answers; a lighter question may help."""


def require_success(source: str, exchange: Exchange) -> None:
    """Lets an answer pass or raises what is wrong with it.

    Raises:
        SourceRefused: The site says that we may not.
        ServerUnwell: 500 or 504; asking for less may help.
        SourceUnreachable: 429, 502 or 503 after all retries.
        SourceChanged: Anything else that is no success, and an empty success.
    """
    status = exchange.status
    seen = f"{exchange.request.url} answers HTTP {status}"
    _require_unguarded(source, exchange, seen)
    if status is not None and 200 <= status < 300:
        if not exchange.payload.strip():
            raise SourceChanged(source, f"{seen} with an empty body", remedy=LATER_REMEDY)
        return
    raise _failure(source, exchange, seen)


def read_json(source: str, exchange: Exchange) -> object:
    """The JSON of an answer.

    Raises:
        PageInsteadOfData: A page.
        SourceChanged: Something else that is no JSON.
    """
    seen = f"{exchange.request.url} answers {exchange.content_type or 'something'} instead of JSON"
    if exchange.content_type == "text/html" or exchange.payload.lstrip()[:1] == b"<":
        raise PageInsteadOfData(
            source, f"{seen} (a page of {len(exchange.payload)} bytes)", remedy=LATER_REMEDY
        )
    try:
        decoded: object = json.loads(exchange.payload)
    except (ValueError, RecursionError) as error:
        raise SourceChanged(
            source,
            f"{seen} that can be read ({error}): {excerpt(exchange.payload)}",
            remedy="the adapter needs a look at the site's answer",
        ) from error
    return decoded


def excerpt(payload: bytes) -> str:
    """The beginning of a payload on one line, for messages."""
    return " ".join(payload[:_EXCERPT_BYTES].decode("utf-8", errors="replace").split())


def _require_unguarded(source: str, exchange: Exchange, seen: str) -> None:
    if exchange.status == 400 and b"notAllowed" in exchange.payload:
        raise SourceRefused(
            source, f"{seen} `notAllowed`: the site refuses automated access", remedy=NO_GUARD_REMEDY
        )
    if exchange.status in {401, 403, 451}:
        raise SourceRefused(source, f"{seen}: access refused", remedy=NO_GUARD_REMEDY)
    if exchange.content_type == "text/html" and _CHALLENGE.search(exchange.payload):
        raise SourceRefused(source, f"{seen} with a challenge page", remedy=NO_GUARD_REMEDY)


def _failure(source: str, exchange: Exchange, seen: str) -> SourceError:
    status = exchange.status or 0
    if status in {500, 504}:
        return ServerUnwell(source, seen, remedy=LATER_REMEDY)
    if status in {429, 502, 503}:
        return SourceUnreachable(source, f"{seen} after every retry", remedy=LATER_REMEDY)
    if 300 <= status < 400:
        target = {name.lower(): value for name, value in exchange.headers}.get("location", "nowhere")
        return SourceChanged(
            source, f"{seen} and redirects to {target}", remedy="check base_url in pipeline/sources"
        )
    return SourceChanged(
        source, f"{seen}: {excerpt(exchange.payload)}", remedy="the adapter needs a look at the site's answer"
    )
