from datetime import timedelta

import pytest

from pipeline.fetch.pacing import Pacer


class Clock:
    """A clock that only moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def read(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


def test_the_interval_runs_from_the_end_of_the_last_request() -> None:
    clock = Clock()
    pacer = Pacer(clock=clock.read, pause=clock.wait)

    with pacer.turn("a.test", timedelta(seconds=2)):
        clock.now += 5
    clock.now += 0.5
    with pacer.turn("a.test", timedelta(seconds=2)):
        pass

    assert clock.pauses == [1.5]


def test_hosts_do_not_wait_for_each_other() -> None:
    clock = Clock()
    pacer = Pacer(clock=clock.read, pause=clock.wait)

    for host in ("a.test", "b.test"):
        with pacer.turn(host, timedelta(seconds=2)):
            pass

    assert clock.pauses == []


def test_a_failed_request_counts_as_one() -> None:
    clock = Clock()
    pacer = Pacer(clock=clock.read, pause=clock.wait)

    with pytest.raises(OSError, match="cut"), pacer.turn("a.test", timedelta(seconds=2)):
        raise OSError("cut")
    with pacer.turn("a.test", timedelta(seconds=2)):
        pass

    assert clock.pauses == [2.0]
