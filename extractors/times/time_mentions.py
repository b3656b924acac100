"""The record of one temporal expression and its closed vocabularies.

Belongs here: what is known of a temporal expression once it is found. Does not belong here:
finding one (`times`), its role (`time_roles`) and the number it governs (`time_choice`).
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from extractors.model import PeriodGrain
from extractors.records import record

Span = tuple[date, date]
Meaning = tuple[PeriodGrain, Callable[[int], Span]]
"""What the words of a time mean: its calendar unit, and its first and last day as a function of the year."""


class TimeRole(StrEnum):
    """What a temporal expression does in its sentence."""

    PERIOD = "period"  # when something holds or happened
    DEADLINE = "deadline"  # "к 2030 году", "до конца года"
    SINCE = "since"  # "с 2020 года": from then to the publication day
    BASE = "base"  # what a change is compared with
    DOCUMENT = "document"  # the date of an act or a birth: "от 5 мая 2024 года № 12"
    HORIZON = "horizon"  # the years in a programme's name: "Концепция на 2023–2029 годы"
    ANAPHOR = "anaphor"  # "за отчётный период": the period that the text has named
    SHIFT = "shift"  # "тремя годами раньше": the period at hand, moved to another year


OWN_ROLES = frozenset({TimeRole.PERIOD, TimeRole.DEADLINE, TimeRole.SINCE, TimeRole.SHIFT, TimeRole.ANAPHOR})
"""The roles of expressions that can govern a number."""


class TimeEdge(StrEnum):
    """Which part of the named time is meant."""

    WHOLE = "whole"
    START = "start"  # "на начало года": its first day
    UNTIL = "until"  # "до декабря": from 1 January to the day before
    THROUGH = "through"  # "до конца декабря": from 1 January to its last day


@record
class TimeMention:
    """One temporal expression.

    A mention with neither `span` nor `span_in` names no exact days ("за последние пять лет"): a
    number that it governs has no period.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        role: What it does in its sentence.
        grain: The calendar unit named.
        year: The year written or meant by "прошлого года", None if none was.
        span_in: The days named, as a function of the year.
        span: The days named where no year is needed ("сегодня"), else None.
        span_ahead: The days named where the number is a plan, if they are others ("в среду"), else None.
        edge: Which part of the named time is meant.
        years_back: For a shift, by how many years ("годом ранее" is 1).
        months_back: The same in months ("месяцем ранее").
        days_back: The same in days ("неделей ранее" is 7).
        is_present: Whether it says "now" ("сегодня", "до сих пор").
        listed: The years one by one where several are listed ("в 2023 и 2024 годах").
        year_offset: For "прошлого года" in a text without a date, years from the one it was written in (-1).
        phrase_start: For a base, where the compared phrase begins ("аналогичным периодом 2023 года").
    """

    start: int
    end: int
    role: TimeRole
    grain: PeriodGrain
    year: int | None = None
    span_in: Callable[[int], Span] | None = None
    span: Span | None = None
    edge: TimeEdge = TimeEdge.WHOLE
    years_back: int = 0
    months_back: int = 0
    days_back: int = 0
    is_present: bool = False
    listed: tuple[int, ...] = ()
    year_offset: int | None = None
    phrase_start: int = -1
    span_ahead: Span | None = None

    @property
    def is_inexact(self) -> bool:
        """Whether it names no exact days."""
        points_back = self.role in (TimeRole.SHIFT, TimeRole.ANAPHOR)
        return self.span is None and self.span_in is None and not points_back
