"""Months of publication: the partitions of the raw assets.

Belongs here: between partition keys and days. Does not belong here: what is fetched for them.
"""

from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dagster import MonthlyPartitionsDefinition, PartitionKeyRange

from pipeline.sources.adapter import Window

ZONE = "Asia/Almaty"
FIRST_MONTH = "2016-01"
MONTH_FORMAT = "%Y-%m"
# end_offset: the current month is a partition too, fetched again until it is over.
MONTHS = MonthlyPartitionsDefinition(start_date=FIRST_MONTH, fmt=MONTH_FORMAT, timezone=ZONE, end_offset=1)


def current_month(now: datetime | None = None) -> date:
    """First day of the month it is in Almaty."""
    today = (now or datetime.now(ZoneInfo(ZONE))).astimezone(ZoneInfo(ZONE)).date()
    return today.replace(day=1)


def month_before(month: date) -> date:
    """First day of the month before."""
    return date(month.year - 1, 12, 1) if month.month == 1 else date(month.year, month.month - 1, 1)


def range_tags(since: date, until: date) -> dict[str, str]:
    """Run tags that make one run of all months from `since` to `until`."""
    return {
        "dagster/asset_partition_range_start": since.strftime(MONTH_FORMAT),
        "dagster/asset_partition_range_end": until.strftime(MONTH_FORMAT),
    }


def window_of(keys: PartitionKeyRange) -> Window:
    """The days of all months of a range."""
    first = datetime.strptime(keys.start, MONTH_FORMAT).date()  # noqa: DTZ007 - a month has no time
    last = datetime.strptime(keys.end, MONTH_FORMAT).date()  # noqa: DTZ007 - the same
    return Window(first, last.replace(day=monthrange(last.year, last.month)[1]))
