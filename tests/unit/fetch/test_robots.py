from datetime import timedelta

import pytest

from pipeline.fetch.robots import RobotsBook, StatedRules, UnknownRules, rules_from_answer

URL = "https://www.gov.kz/graphql"


def stated(text: str) -> StatedRules:
    rules = rules_from_answer(200, "text/plain", text.encode())
    assert isinstance(rules, StatedRules)
    return rules


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_missing_robots_allows_everything(status: int) -> None:
    assert rules_from_answer(status, "text/html", b"<html>").forbids(URL) is None


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_robots_that_fails_forbids_everything(status: int) -> None:
    reason = rules_from_answer(status, "text/plain", b"").forbids(URL)

    assert reason is not None
    assert f"HTTP {status}" in reason


def test_the_shell_of_a_web_application_is_no_robots() -> None:
    assert rules_from_answer(200, "text/html", b"<html>Disallow: /</html>").forbids(URL) is None


def test_a_rule_for_us_comes_before_the_rule_for_all() -> None:
    rules = stated("User-agent: *\nDisallow: /\n\nUser-agent: svodka\nDisallow: /private\n")

    assert rules.forbids(URL) is None
    assert rules.forbids("https://www.gov.kz/private/x") is not None


def test_a_byte_order_mark_hides_no_rule() -> None:
    assert stated("\ufeffUser-agent: *\nDisallow: /graphql").forbids(URL) is not None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 3", 3),
        ("User-agent: *\nRequest-rate: 2/10s", 5),
        ("User-agent: *\nCrawl-delay: 3\nRequest-rate: 1/10s", 10),
        ("User-agent: *\nDisallow:", 0),
    ],
)
def test_the_slower_of_the_paces_counts(text: str, seconds: int) -> None:
    assert stated(text).interval == timedelta(seconds=seconds)


def test_rules_are_asked_for_once_and_again_when_old() -> None:
    now = [0.0]
    book = RobotsBook(clock=lambda: now[0])
    asked: list[int] = []

    def ask() -> StatedRules:
        asked.append(1)
        return stated("")

    book.rules("https://a.test", ask)
    now[0] = 23 * 3600
    book.rules("https://a.test", ask)
    assert len(asked) == 1
    now[0] = 25 * 3600
    book.rules("https://a.test", ask)
    assert len(asked) == 2


def test_a_failure_is_forgotten_sooner() -> None:
    now = [0.0]
    book = RobotsBook(clock=lambda: now[0])
    replies = [UnknownRules("HTTP 503"), stated("")]

    assert book.rules("https://a.test", lambda: replies[0]).forbids(URL) is not None
    now[0] = 6 * 60
    assert book.rules("https://a.test", lambda: replies[1]).forbids(URL) is None
