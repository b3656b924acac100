"""One connection: requests are read, logged and answered, or broken as a fault wants it.

Belongs here: HTTP/1.1 as bytes. Does not belong here: what is answered (`site`) and the life
of the server (`transport`).
"""

import gzip
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from typing import cast
from urllib.parse import parse_qsl, unquote, urlsplit

from pipeline.replica.faults import Answer, Down, Fault, Oversized, Reset, SizeShown, Slow, Truncated
from pipeline.replica.messages import Request, Response
from pipeline.replica.request_log import LoggedRequest
from pipeline.replica.transport import ReplicaServer


class Handler(BaseHTTPRequestHandler):
    """Serves the requests of one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a delayed ACK costs 40 ms an answer
    server_version = "svodka-replica"
    sys_version = ""

    def do_GET(self) -> None:
        """Serves one request."""
        server = cast("ReplicaServer", self.server)
        request = self._request()
        reply = server.site.reply(request)
        port = self.client_address[1]
        server.log.add(LoggedRequest(request, reply.endpoint, reply.slugs, port, time.monotonic()))
        self._answer(reply.response, server.faults.take(reply.endpoint, reply.slugs))

    def do_HEAD(self) -> None:
        """Serves one request; `_send` leaves the body out."""
        self.do_GET()

    def do_POST(self) -> None:
        """Serves one request."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keeps silent: the request log is the record."""

    def _answer(self, response: Response, fault: Fault | None) -> None:
        match fault:
            case None:
                self._send(response)
            case Answer(instead):
                self._send(instead)
            case Down():
                self.close_connection = True
            case Reset():
                cast("ReplicaServer", self.server).reset_on_close(self.connection)
                self.close_connection = True
            case Slow(gate, reached):
                reached.set()
                gate.wait()
                self._send(response)
            case Truncated(sent_bytes):
                self._send(response, sent_bytes=sent_bytes)
            case Oversized(total_bytes, shown):
                self._send_oversized(response, total_bytes, shown)

    def _request(self) -> Request:
        address = urlsplit(self.path)
        return Request(
            method=self.command,
            path=unquote(address.path),
            query=dict(parse_qsl(address.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(self.headers.get("Content-Length", 0))),
        )

    def _send(self, response: Response, *, sent_bytes: int | None = None) -> None:
        """Sends an answer, gzipped if the client takes that; or its beginning, never all of it."""
        gzipped = "gzip" in self.headers.get("Accept-Encoding", "")
        body = gzip.compress(response.body, mtime=0) if gzipped else response.body
        encoding = [("Content-Encoding", "gzip")] if gzipped else []
        self._send_head(response, [*encoding, ("Content-Length", str(len(body)))])
        if sent_bytes is not None:
            body = body[: min(sent_bytes, len(body) - 1)]
            self.close_connection = True
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_oversized(self, response: Response, total_bytes: int, shown: SizeShown) -> None:
        padded = replace(response, body=response.body.ljust(total_bytes))
        if shown is SizeShown.WHEN_DECOMPRESSED:
            self._send(padded)
            return
        by_length = shown is SizeShown.BY_LENGTH
        length = ("Content-Length", str(len(padded.body)))
        self._send_head(padded, [length if by_length else ("Connection", "close")])
        self.wfile.write(padded.body)
        self.close_connection = True

    def _send_head(self, response: Response, framing: list[tuple[str, str]]) -> None:
        self.send_response(response.status)
        for name, value in [("Content-Type", response.content_type), *framing, *response.headers]:
            self.send_header(name, value)
        self.end_headers()
