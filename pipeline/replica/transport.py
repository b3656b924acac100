"""The listening socket: connections are accepted, served by a thread each, and closed promptly.

Belongs here: the life of the server and of its connections. Does not belong here: what happens
on a connection (`handler`).

The standard library's server is used since a fault is a matter of the bare socket (a reset, a
cut body, silence), which an ASGI server hides; it starts and stops within milliseconds.
"""

import socket
import struct
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from pipeline.replica.fault_board import FaultBoard
from pipeline.replica.request_log import RequestLog
from pipeline.replica.site import Site

_POLL_SECONDS = 0.005
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class ReplicaServer(ThreadingHTTPServer):
    """Serves one site until stopped; knows its connections, so that stopping is prompt.

    Attributes:
        site: What is served.
        faults: What goes wrong on purpose.
        log: What was asked.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self,
        port: int,
        handler: type[BaseHTTPRequestHandler],
        *,
        site: Site,
        faults: FaultBoard,
        log: RequestLog,
    ) -> None:
        super().__init__(("127.0.0.1", port), handler)
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
