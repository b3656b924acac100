"""The records an extraction consists of: facts, rejections and their closed vocabularies.

Belongs here: the shape and meaning of one numeric fact, as every other part of the house
reads it. Does not belong here: how a slot is found (the other modules) and how a fact is
stored (`warehouse`).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Qualifier(StrEnum):
    """How the writer bounds the number."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"


class Kind(StrEnum):
    """What sort of number it is; it decides what `unit` may hold."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    PERCENT_POINTS = "percent_points"
    RATIO = "ratio"
    QUANTITY = "quantity"
    RANK = "rank"
    INDEX = "index"


class Measure(StrEnum):
    """Whether the number is the amount itself or a difference."""

    LEVEL = "level"
    CHANGE = "change"


class Direction(StrEnum):
    """Which way a change went."""

    UP = "up"
    DOWN = "down"


class Modality(StrEnum):
    """Whether the number is reported or planned (a target, forecast or plan)."""

    ACTUAL = "actual"
    PLANNED = "planned"


class PeriodGrain(StrEnum):
    """The calendar unit a period stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    YEAR_TO_DATE = "year_to_date"
    RANGE = "range"


class PeriodSource(StrEnum):
    """Where the period was read."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    PUBLICATION = "publication"


class RejectionReason(StrEnum):
    """Why a number is no fact."""

    DATE = "date"
    PERIOD = "period"
    CLOCK = "clock"
    ORDINAL = "ordinal"
    EDITION = "edition"
    IDENTIFIER = "identifier"
    NAME = "name"
    CONTACT = "contact"
    AGE_BRACKET = "age_bracket"
    ATTRIBUTE = "attribute"
    LIST_MARKER = "list_marker"
    INDEFINITE = "indefinite"
    DENOMINATOR = "denominator"
    RESTATED_IN_WORDS = "restated_in_words"
    FURNITURE = "furniture"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Period:
    """The time a number describes.

    Attributes:
        start: First day, inclusive.
        end: Last day, inclusive.
        grain: The calendar unit it stands for.
        source: Where it was read.
    """

    start: date
    end: date
    grain: PeriodGrain
    source: PeriodSource

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"period ends before it starts: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One number that a text states about one thing.

    A slot that was not understood is None (or "" for the subject), never invented.

    Attributes:
        quote: The numeric expression as printed: number, scale word and unit.
        char_start: Offset of `quote` in the text.
        char_end: End offset, exclusive; `text[char_start:char_end] == quote`.
        value: The number with its scale applied; the lower end of a range.
        value_max: The upper end of a range, else None.
        qualifier: How the writer bounds the number.
        kind: What sort of number it is.
        unit: Canonical code (ISO 4217, UCUM, `%`, `pp`, `times`), None for a count.
        per: Denominator code ("d", "har", "100000 население"), None if not stated.
        subject: What is counted or measured, as a normalised noun phrase, "" if unknown.
        subject_head: Lemma of the head noun of `subject`, "" if unknown.
        predicate: Lemma of the governing verb or short participle.
        measure: Amount or difference.
        direction: Which way a change went, None for a level.
        period: What time the number describes, None if unknown.
        modality: Reported or planned.
        place: Territory, canonical nominative, None if not stated.
        place_code: ISO 3166-1 alpha-2 or ISO 3166-2 of `place`, where known.
        attributed_to: Who the text says the number comes from, if not the publisher.
        part_of: Index in `Extraction.facts` of the whole this is a part of.
        compared_with: The stated base of a comparison.
        rule: Name of the rule that produced the fact.
        confidence: 0..1, see `extractors.confidence`.
        evidence: Names of the evidence that the confidence was computed from.
    """

    quote: str
    char_start: int
    char_end: int
    value: Decimal
    value_max: Decimal | None
    qualifier: Qualifier
    kind: Kind
    unit: str | None
    per: str | None
    subject: str
    subject_head: str
    predicate: str | None
    measure: Measure
    direction: Direction | None
    period: Period | None
    modality: Modality
    place: str | None
    place_code: str | None
    attributed_to: str | None
    part_of: int | None
    compared_with: str | None
    rule: str
    confidence: Decimal
    evidence: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Rejection:
    """A number in the text that states no fact, with the reason.

    Attributes:
        quote: The number as printed.
        char_start: Offset of `quote` in the text.
        char_end: End offset, exclusive.
        reason: Why it is no fact.
        rule: Name of the rule that rejected it.
    """

    quote: str
    char_start: int
    char_end: int
    reason: RejectionReason
    rule: str


@dataclass(frozen=True, slots=True)
class UnknownUnit:
    """A word where a unit would stand, in neither the lexicon nor the dictionary; its number is a count.

    Attributes:
        word: The word as printed, with what a slash joins to it.
        char_start: Offset of `word` in the text.
        char_end: End offset, exclusive.
    """

    word: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one text yields; facts, rejections and unknown units are each in text order."""

    facts: tuple[Fact, ...]
    rejected: tuple[Rejection, ...]
    unknown_units: tuple[UnknownUnit, ...] = ()
