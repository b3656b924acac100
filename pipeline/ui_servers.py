"""The UI's processes: Dagster's web server and, unless it is only for looking, its daemon.

Belongs here: starting, waiting until they answer, stopping. Does not belong here: options and words
(`pipeline.cli.ui`). Why not `dg dev`: docs/decisions/0005-orchestration.md.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

import httpx
from filelock import FileLock, Timeout

from pipeline.errors import ExitCode, SettingsError, SvodkaError
from pipeline.instance import HOME_VARIABLE, open_instance, prepare_home
from pipeline.run.killed import close_killed_runs
from pipeline.run.lock import run_lock_if_free
from pipeline.settings import Settings

HOST = "127.0.0.1"
LOG_NAME = "ui.log"
_PATIENCE_SECONDS = 180
_POLL_SECONDS = 0.25
_STOP_SECONDS = 20
_CODE = ("-m", "pipeline.definitions")


class UiError(SvodkaError):
    """The UI cannot be started, or ended by itself."""


class UiBusyError(UiError):
    """The same home has a UI with a daemon already."""

    exit_code = ExitCode.BUSY


class UiServers:
    """The running processes."""

    def __init__(self, address: str, log: Path) -> None:
        self.address = address
        self._log = log
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, command: Sequence[str], log: BinaryIO) -> None:
        """Starts one; what it says goes to the log."""
        # A session of its own: Ctrl-C reaches us alone, and each is asked to end exactly once.
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command,
            stdout=log,
            stderr=log,
            env={**os.environ, HOME_VARIABLE: str(self._log.parent)},
            start_new_session=True,
        )
        self._processes.append(process)

    def wait_until_it_answers(self) -> None:
        """Returns when the web server shows its pages.

        Raises:
            UiError: A process ended, or nothing answered for three minutes.
        """
        with httpx.Client(timeout=5) as client:
            for _attempt in range(int(_PATIENCE_SECONDS / _POLL_SECONDS)):
                self._require_running(_POLL_SECONDS)
                try:
                    if client.get(f"{self.address}/server_info").is_success:
                        return
                except httpx.TransportError:
                    continue
        raise UiError(f"nothing answers at {self.address}", remedy=f"see {self._log}")

    def wait(self) -> None:
        """Returns never; `KeyboardInterrupt` is the way out.

        Raises:
            UiError: A process ended by itself.
        """
        while True:
            self._require_running(5)

    def stop(self) -> None:
        """Asks the processes to end and sees to it."""
        for process in self._processes:
            process.send_signal(signal.SIGINT)
        for process in self._processes:
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _require_running(self, seconds: float) -> None:
        for process in self._processes:
            try:
                code = process.wait(seconds / len(self._processes))
            except subprocess.TimeoutExpired:
                continue
            raise UiError(f"a process of the UI ended with code {code}", remedy=f"see {self._log}")


@contextmanager
def ui_servers(settings: Settings, *, port: int, read_only: bool) -> Iterator[UiServers]:
    """Starts the processes on the instance that `svodka run` uses, and stops them at the end.

    Args:
        settings: Which home.
        port: Port on 127.0.0.1.
        read_only: Pages that change nothing, and no daemon: no schedule, no sensor, no launched run.

    Raises:
        SettingsError: The port is taken.
        UiBusyError: This home has a UI with a daemon already.
    """
    _require_free(port)
    home = prepare_home(settings)
    with ExitStack() as stack:
        if not read_only:
            stack.enter_context(_only_one(settings))
            _close_killed_runs(settings)
        log = stack.enter_context((home / LOG_NAME).open("wb"))
        servers = UiServers(f"http://{HOST}:{port}", home / LOG_NAME)
        stack.callback(servers.stop)
        for command in _commands(port, read_only=read_only):
            servers.start(command, log)
        yield servers


def _commands(port: int, *, read_only: bool) -> Iterator[list[str]]:
    scripts = Path(sys.executable).parent
    web = [str(scripts / "dagster-webserver"), "--host", HOST, "--port", str(port), *_CODE]
    yield [*web, "--read-only"] if read_only else web
    if not read_only:
        yield [str(scripts / "dagster-daemon"), "run", *_CODE]


@contextmanager
def _only_one(settings: Settings) -> Iterator[None]:
    lock = FileLock(settings.home / ".ui.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise UiBusyError(
            f"`svodka ui` is running for {settings.home} already",
            remedy="use that one, or --read-only beside it",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _close_killed_runs(settings: Settings) -> None:
    """Unless a run is going on right now."""
    with run_lock_if_free(settings) as got_it:
        if got_it:
            with open_instance(settings) as instance:
                close_killed_runs(instance)


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SettingsError(
                f"port {port} on {HOST} cannot be had: {error.strerror}", remedy="choose another with --port"
            ) from error
