"""Every way to read a match of a calendar pattern, by the name that the table of patterns gives it.

Belongs here: one entry for each name in `data/calendar_times.tsv`. Does not belong here: what a reading
makes of its match (`calendar_days`, `calendar_months`, `calendar_spans`) and where patterns are tried
(`calendar_times`).
"""

import re
from collections.abc import Callable

from extractors.times import calendar_days as days
from extractors.times import calendar_months as months
from extractors.times import calendar_spans as spans
from extractors.times.time_mentions import Meaning

READINGS: dict[str, Callable[[re.Match[str]], Meaning | None]] = {
    reading.__name__: reading
    for reading in (
        days.day_range, days.mixed_range, days.edge_range, days.to_year_end, days.numeric_range,
        days.numeric_date, days.day, days.iso_week,
        months.month_and_half, months.month_range, months.month_part, months.month, months.month_adjective,
        spans.quarters, spans.same_quarter, spans.first_quarters, spans.half, spans.year_half,
        spans.first_months,
        spans.season, spans.year, spans.cell_year, spans.years, spans.short_years, spans.decade,
        spans.academic,
    )
}  # fmt: skip
