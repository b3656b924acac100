import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.replica import (
    Answer,
    Down,
    Endpoint,
    FaultBoard,
    Reset,
    Slow,
    graphql_errors,
    html_instead_of_json,
    not_allowed,
    server_error,
    small_json,
    too_many_requests,
)


def test_without_faults_nothing_goes_wrong() -> None:
    assert FaultBoard().take(Endpoint.GRAPHQL, {"economy"}) is None


def test_fault_meets_only_its_slug_and_endpoint() -> None:
    board = FaultBoard()
    board.inject(Down(), slug="economy", endpoint=Endpoint.GRAPHQL)

    assert board.take(Endpoint.GRAPHQL, {"economy", "minfin"}) == Down()
    assert board.take(Endpoint.GRAPHQL, {"minfin"}) is None
    assert board.take(Endpoint.RSS, {"economy"}) is None


def test_fault_ends_after_its_times_and_the_next_one_follows() -> None:
    board = FaultBoard()
    board.inject(Reset(), times=2)
    board.inject(Down(), times=1)

    met = [board.take(Endpoint.PAGE, set()) for _ in range(4)]

    assert met == [Reset(), Reset(), Down(), None]


def test_many_threads_use_a_fault_up_exactly() -> None:
    board = FaultBoard()
    board.inject(Down(), times=50)

    with ThreadPoolExecutor(8) as pool:
        met = list(pool.map(lambda _: board.take(Endpoint.GRAPHQL, set()), range(200)))

    assert met.count(Down()) == 50


def test_clear_ends_faults_and_opens_their_gates() -> None:
    board, slow = FaultBoard(), Slow()
    board.inject(slow)
    board.inject(Down())

    board.clear()

    assert slow.gate.is_set()
    assert board.take(Endpoint.GRAPHQL, set()) is None


def test_gates_open_while_the_fault_stays() -> None:
    board, slow = FaultBoard(), Slow()
    board.inject(slow)

    board.open_gates()

    assert slow.gate.is_set()
    assert board.take(Endpoint.GRAPHQL, set()) is slow


@pytest.mark.parametrize(
    ("fault", "status", "is_json"),
    [
        (not_allowed(), 400, True),
        (too_many_requests(), 429, True),
        (server_error(502), 502, False),
        (server_error(504), 504, False),
        (html_instead_of_json(), 200, False),
        (small_json(), 200, True),
        (graphql_errors(), 200, True),
    ],
)
def test_ready_made_answers(fault: Answer, status: int, is_json: bool) -> None:  # noqa: FBT001 - a parameter of the test
    response = fault.response

    assert (response.status, response.content_type.startswith("application/json")) == (status, is_json)
    assert bool(json.loads(response.body) if is_json else response.body.startswith(b"<"))


def test_retry_after_is_sent_only_if_given() -> None:
    assert too_many_requests("2").response.headers == (("Retry-After", "2"),)
    assert server_error(503, "Wed, 01 Oct 2025 09:30:00 GMT").response.headers == (
        ("Retry-After", "Wed, 01 Oct 2025 09:30:00 GMT"),
    )
    assert too_many_requests().response.headers == ()


def test_small_json_is_as_small_as_it_was_seen() -> None:
    assert len(small_json().response.body) == 836
