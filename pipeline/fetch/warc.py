"""Writing exchanges as WARC 1.1 (ISO 28500) records.

Belongs here: which records an exchange becomes. Does not belong here: files and names
(`raw_zone`) and reading (`warc_index`).

Payloads are stored with their content encoding undone; the headers that spoke of it are kept under
`X-Crawler-…` names, as Common Crawl does. That makes equal texts equal payloads.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.fetch.exchange import Exchange
from warehouse.rows import FetchRow


class WarcRecorder:
    """Writes one WARC file into an open stream."""

    def __init__(self, out: BinaryIO, *, info: Mapping[str, str]) -> None:
        """Starts the file with a `warcinfo` record.

        Args:
            out: A stream that is empty so far.
            info: Fields of the `warcinfo` record.
        """
        self._writer = WARCWriter(out, gzip=True, warc_version="1.1")
        self._writer.write_record(self._writer.create_warcinfo_record(None, info))

    def record(self, exchange: Exchange) -> None:
        """Writes request and response, or a resource for a local file."""
        headers = _record_headers(exchange)
        if exchange.status is None:
            record = self._writer.create_warc_record(
                exchange.request.url,
                "resource",
                payload=BytesIO(exchange.payload),
                length=len(exchange.payload),
                warc_content_type=exchange.content_type,
                warc_headers_dict=headers,
            )
            self._writer.write_record(record)
            return
        response = self._writer.create_warc_record(
            exchange.request.url,
            "response",
            payload=BytesIO(exchange.payload),
            length=len(exchange.payload),
            warc_headers_dict=headers,
            http_headers=_status_line(exchange),
        )
        self._writer.write_request_response_pair(self._request(exchange), response)

    def record_unchanged(self, exchange: Exchange, original: FetchRow) -> None:
        """Writes that the answer was the same as before: a `revisit` record without the payload."""
        headers = _record_headers(exchange)
        digest = headers.pop("WARC-Payload-Digest")
        revisit = self._writer.create_revisit_record(
            exchange.request.url,
            digest,
            original.url,
            _warc_date(original.fetched_at),
            http_headers=None if exchange.status is None else _status_line(exchange),
            warc_headers_dict={**headers, "WARC-Refers-To": original.warc_record_id},
        )
        if exchange.status is None:
            self._writer.write_record(revisit)
        else:
            self._writer.write_request_response_pair(self._request(exchange), revisit)

    def _request(self, exchange: Exchange) -> object:
        body = exchange.request.body or b""
        return self._writer.create_warc_record(
            exchange.request.url,
            "request",
            payload=BytesIO(body),
            length=len(body),
            http_headers=_request_line(exchange),
        )


def _record_headers(exchange: Exchange) -> dict[str, str]:
    return {"WARC-Date": _warc_date(exchange.fetched_at), "WARC-Payload-Digest": exchange.payload_digest}


def _status_line(exchange: Exchange) -> StatusAndHeaders:
    status = exchange.status or 0
    line = f"{status} {httpx.codes.get_reason_phrase(status)}".rstrip()
    return StatusAndHeaders(line, list(exchange.headers), protocol="HTTP/1.1")


def _request_line(exchange: Exchange) -> StatusAndHeaders:
    url = urlsplit(exchange.request.url)
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    line = f"{exchange.request.method} {target} HTTP/1.1"
    return StatusAndHeaders(line, list(exchange.request.headers), is_http_request=True)


def _warc_date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
