"""How we behave as a guest: name, patience, pace, limits.

Belongs here: the numbers that the client obeys, derived from settings. Does not belong here: the
facts about one site (its YAML).
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from importlib.metadata import version
from typing import Self

from pipeline.errors import SettingsError
from pipeline.settings import Settings

PRODUCT = "svodka"


@dataclass(frozen=True, slots=True)
class Manners:
    """The client's behaviour.

    Attributes:
        user_agent: What we call ourselves, with a contact if there is one.
        request_timeout: Limit for one request, from the first byte sent to the last received.
        connect_timeout: Limit for getting a connection.
        interval: Least pause between two requests to one host; robots.txt can only lengthen it.
        retries: How often a request that failed for a passing reason is sent again.
        backoff: First pause before sending again; it doubles and is blurred by up to a half.
        longest_wait: A site that asks for a longer pause is left alone.
        response_limit_bytes: Longer answers are refused while they come in.
    """

    user_agent: str
    request_timeout: timedelta
    connect_timeout: timedelta
    interval: timedelta
    retries: int
    backoff: timedelta
    longest_wait: timedelta
    response_limit_bytes: int

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """The manners towards a site that is not ours."""
        return cls(
            user_agent=_user_agent(settings.contact),
            request_timeout=settings.request_timeout,
            connect_timeout=min(settings.request_timeout, timedelta(seconds=10)),
            interval=settings.request_interval,
            retries=settings.retries,
            backoff=timedelta(seconds=1),
            longest_wait=timedelta(minutes=2),
            response_limit_bytes=settings.response_limit_bytes,
        )

    def at_home(self) -> Self:
        """The same towards our own replica on this machine, which needs no rest between requests."""
        return replace(self, interval=timedelta(0), backoff=timedelta(milliseconds=20))


def _user_agent(contact: str) -> str:
    name = f"{PRODUCT}/{version(PRODUCT)}"
    if not contact:
        return name
    if not (contact.isascii() and contact.isprintable()):
        raise SettingsError(
            f"SVODKA_CONTACT {contact!r} cannot stand in a request",
            remedy="give a mail address or web address in plain Latin letters",
        )
    return f"{name} (+{contact})"
