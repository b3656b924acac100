"""`Replica`: the imitated site as a context manager, for tests, `make run` and fault drills.

Belongs here: putting the parts together, starting and stopping. Does not belong here: the
parts.
"""

import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.replica.fault_board import FaultBoard
from pipeline.replica.fixtures import ReleaseText, load_fixtures
from pipeline.replica.handler import Handler
from pipeline.replica.pages import Robots
from pipeline.replica.projects import registered_projects, with_unregistered
from pipeline.replica.request_log import RequestLog
from pipeline.replica.rest import RestNews
from pipeline.replica.site import Site
from pipeline.replica.store import ReleaseStore
from pipeline.replica.transport import ReplicaServer
from pipeline.settings import PROJECT_ROOT

DEFAULT_FIXTURES_DIR = PROJECT_ROOT / "tests" / "fixtures" / "releases"


class Replica:
    """A local imitation of www.gov.kz on 127.0.0.1; use it in a `with` statement.

    Every switch may be turned while it serves.

    Args:
        releases: Folder of release files, or what was read from one.
        faults: What goes wrong on purpose; from the start nothing does.
        edition: Which edition it shows at first.
        port: Port on 127.0.0.1; 0 takes a free one.

    Attributes:
        faults: What goes wrong on purpose.
        log: What was asked so far.
    """

    def __init__(
        self,
        releases: Path | Iterable[ReleaseText] = DEFAULT_FIXTURES_DIR,
        *,
        faults: FaultBoard | None = None,
        edition: int = 1,
        port: int = 0,
    ) -> None:
        store = ReleaseStore(load_fixtures(releases) if isinstance(releases, Path) else releases)
        self._site = Site(store, with_unregistered(registered_projects(), store.slugs), edition=edition)
        self._port = port
        self._server: ReplicaServer | None = None
        self._thread: threading.Thread | None = None
        self.faults = faults or FaultBoard()
        self.log = RequestLog()

    def start(self) -> Self:
        """Binds the port and serves in a thread of its own.

        Raises:
            OSError: The port is taken.
        """
        self._server = ReplicaServer(self._port, Handler, site=self._site, faults=self.faults, log=self.log)
        self._thread = threading.Thread(target=self._server.serve, name="replica", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stops serving and closes every connection; connecting is refused from then on."""
        if self._server is not None and self._thread is not None:
            self._server.stop()
            self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        """Where it listens, without a slash at the end; still known after `stop`."""
        if self._server is None:
            raise RuntimeError("the replica has not been started")
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every project that has releases."""
        return self._site.store.slugs

    @property
    def edition(self) -> int:
        """1 shows first versions, 2 what was edited later."""
        return self._site.edition

    @edition.setter
    def edition(self, edition: int) -> None:
        self._site.edition = edition

    @property
    def rest_news(self) -> RestNews:
        """What REST `news` does; refused from the start, as in 2026."""
        return self._site.rest_news

    @rest_news.setter
    def rest_news(self, mode: RestNews) -> None:
        self._site.rest_news = mode

    @property
    def robots(self) -> Robots:
        """What /robots.txt answers."""
        return self._site.robots

    @robots.setter
    def robots(self, robots: Robots) -> None:
        self._site.robots = robots
