"""What an adapter is: it asks one kind of site for releases and takes its answers apart.

Belongs here: the protocol and the records at its border. Does not belong here: any one kind of
site. An adapter's `parse` is deterministic and needs no network: it is replayed from the raw zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from pipeline.fetch.client import PoliteClient
from pipeline.fetch.exchange import Exchange
from pipeline.sources.registry import Source


@dataclass(frozen=True, slots=True)
class Window:
    """The publication days that a fetch is about, in the publisher's own zone.

    Attributes:
        since: First day, inclusive.
        until: Last day, inclusive; None for everything up to now.
    """

    since: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"window ends before it starts: {self.since}..{self.until}")


@dataclass(frozen=True, slots=True)
class Payload:
    """A stored answer, as an adapter parses it.

    Attributes:
        url: Canonical address of the request.
        request_body: Body of the request.
        content_type: Media type of the answer, without parameters.
        data: The answer's bytes.
    """

    url: str
    request_body: str | None
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RawItem:
    """One release as the site gives it: identity and uninterpreted strings.

    Attributes:
        content_type: The site's kind of item, part of the identity: `news`, `file`.
        native_id: The site's own id, as text.
        slug: The project it was listed under.
        url: Its public address.
        title: Title, entities and all, "" if there is none.
        body: Body.
        body_format: How to read `body`.
        published: The publication time as printed, None if there is none.
        record: The raw item, for problem rows.
        publisher: Who published it, None for the source's publisher.
    """

    content_type: str
    native_id: str
    slug: str
    url: str
    title: str
    body: str
    body_format: Literal["html", "text"]
    published: str | None
    record: str
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class RawProblem:
    """A payload, or a part of one, that is no release.

    Attributes:
        kind: Short name of the kind of problem, such as `missing_field`.
        message: What was seen, in one line.
        record: The raw part, or as much of it as helps.
    """

    kind: str
    message: str
    record: str


@dataclass(frozen=True, slots=True)
class ParsedPayload:
    """Everything one payload holds; what is not an item is a problem."""

    items: tuple[RawItem, ...]
    problems: tuple[RawProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """What a site says of a source.

    Attributes:
        source: Key of the source.
        names: Name the site gives each slug and alias that it knows.
        unknown: Slugs and aliases that the site does not list.
    """

    source: str
    names: dict[str, str]
    unknown: tuple[str, ...]


class Adapter(Protocol):
    """One kind of site."""

    def fetch(self, source: Source, window: Window, client: PoliteClient) -> Iterator[Exchange]:
        """Asks for everything published in the window, answer by answer.

        Raises:
            SourceError: The source cannot be read completely; what was yielded before is no
                complete set and is not kept.
        """
        ...

    def parse(self, source: Source, payload: Payload) -> ParsedPayload:
        """Takes one stored answer apart; never raises on what the answer holds."""
        ...

    def check(self, source: Source, client: PoliteClient) -> SourceCheck:
        """Asks the site whether it knows the source.

        Raises:
            SourceError: The site cannot be asked.
        """
        ...
