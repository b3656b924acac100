"""A local imitation of www.gov.kz over real HTTP, for `make run`, tests and fault drills.

Belongs here: how the site behaves, well and badly. Does not belong here: anything the
pipeline does with its answers; nothing of the fetcher is used, so that neither hides the
other's mistakes.
"""

from pipeline.replica.fault_board import FaultBoard
from pipeline.replica.faults import (
    Answer,
    Down,
    Oversized,
    Reset,
    SizeShown,
    Slow,
    Truncated,
    graphql_errors,
    html_instead_of_json,
    not_allowed,
    server_error,
    small_json,
    too_many_requests,
)
from pipeline.replica.items import CANONICAL_BASE_URL
from pipeline.replica.messages import Endpoint
from pipeline.replica.pages import ROBOTS_ALLOW, ROBOTS_DISALLOW, ROBOTS_ERROR, ROBOTS_MISSING, Robots
from pipeline.replica.rest import RestNews
from pipeline.replica.server import DEFAULT_FIXTURES_DIR, Replica

__all__ = [
    "CANONICAL_BASE_URL",
    "DEFAULT_FIXTURES_DIR",
    "ROBOTS_ALLOW",
    "ROBOTS_DISALLOW",
    "ROBOTS_ERROR",
    "ROBOTS_MISSING",
    "Answer",
    "Down",
    "Endpoint",
    "FaultBoard",
    "Oversized",
    "Replica",
    "Reset",
    "RestNews",
    "Robots",
    "SizeShown",
    "Slow",
    "Truncated",
    "graphql_errors",
    "html_instead_of_json",
    "not_allowed",
    "server_error",
    "small_json",
    "too_many_requests",
]
