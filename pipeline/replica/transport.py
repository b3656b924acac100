"""The socket side: HTTP/1.1 over threads, and the faults as a client meets them.

Belongs here: reading requests, writing answers, breaking connections. Does not belong here:
what is answered (`site`).

The standard library's server is used since a fault is a matter of the bare socket (a reset, a
cut body, silence), which an ASGI server hides; it starts and stops within milliseconds.
"""

import socket
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from pipeline.replica.faults import Answer, Down, FaultBoard, Oversized, Reset, Slow, Truncated
from pipeline.replica.messages import Request, Response
from pipeline.replica.request_log import LoggedRequest, RequestLog
from pipeline.replica.site import Site

_POLL_SECONDS = 0.005
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_CHUNK = b" " * 65536


class ReplicaServer(ThreadingHTTPServer):
    """Serves one site until closed; keeps track of its connections so that closing is prompt."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, site: Site, faults: FaultBoard, log: RequestLog) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.site, self.faults, self.log = site, faults, log
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._to_reset: set[socket.socket] = set()

    def serve(self) -> None:
        """Serves in the calling thread until `stop` is called from another."""
        self.serve_forever(poll_interval=_POLL_SECONDS)

    def stop(self) -> None:
        """Stops serving, ends waiting answers and closes every connection."""
        self.shutdown()
        self.faults.open_gates()
        with self._lock:
            for connection in self._open:
                _shut_down(connection)
        self.server_close()

    def server_bind(self) -> None:
        """Binds without asking DNS for a name, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.socket.getsockname()[1]

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in socketserver
        """Remembers the connection while it is served."""
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as in socketserver
        """Closes a connection, politely unless it is to be reset."""
        with self._lock:
            self._open.discard(request)
            reset = request in self._to_reset
            self._to_reset.discard(request)
        if reset:
            request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            self.close_request(request)
        else:
            super().shutdown_request(request)

    def reset_on_close(self, connection: socket.socket) -> None:
        """Makes the end of this connection a TCP reset."""
        with self._lock:
            self._to_reset.add(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in socketserver
        """Passes over clients that went away; anything else is a defect and is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _shut_down(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the client has closed it already


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a delayed ACK costs 40 ms an answer
    server_version = "svodka-replica"
    sys_version = ""

    def do_GET(self) -> None:
        self._serve()

    def do_HEAD(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keeps silent: the request log is the record."""

    def _serve(self) -> None:
        server = cast("ReplicaServer", self.server)
        request = self._request()
        reply = server.site.reply(request)
        port = self.client_address[1]
        server.log.add(LoggedRequest(request, reply.endpoint, reply.slugs, port, time.monotonic()))
        match server.faults.take(reply.endpoint, reply.slugs):
            case None:
                self._send(reply.response)
            case Answer(response):
                self._send(response)
            case Down():
                self.close_connection = True
            case Reset():
                server.reset_on_close(self.connection)
                self.close_connection = True
            case Truncated(sent_bytes):
                self._send(reply.response, sent_bytes=sent_bytes)
            case Oversized() as oversized:
                self._send_oversized(reply.response, oversized)
            case Slow(gate, reached):
                reached.set()
                gate.wait()
                self._send(reply.response)

    def _request(self) -> Request:
        address = urlsplit(self.path)
        return Request(
            method=self.command,
            path=unquote(address.path),
            query=dict(parse_qsl(address.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(self.headers.get("Content-Length", 0))),
        )

    def _send_head(self, response: Response, length: int | None) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        if length is None:
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(length))
        for name, value in response.headers:
            self.send_header(name, value)
        self.end_headers()

    def _send(self, response: Response, *, sent_bytes: int | None = None) -> None:
        self._send_head(response, len(response.body))
        if self.command != "HEAD":
            self.wfile.write(response.body[:sent_bytes])
        if sent_bytes is not None:
            self.close_connection = True

    def _send_oversized(self, response: Response, oversized: Oversized) -> None:
        self._send_head(response, oversized.total_bytes if oversized.announced else None)
        left = oversized.total_bytes - len(response.body)
        self.wfile.write(response.body)
        while left > 0:
            left -= self.wfile.write(_CHUNK[:left])
        self.close_connection = True
