"""When the sites are asked: every morning in Almaty, the current and the previous month; when history goes.

Belongs here: the schedules. Does not belong here: what follows a fetch (`sensors`). The daily fetch is off
until somebody turns it on: a replica's home must not meet real sites, and a guest comes when told to.
"""

from dagster import (
    DefaultScheduleStatus,
    RunRequest,
    ScheduleDefinition,
    ScheduleEvaluationContext,
    schedule,
)

from pipeline.assets.months import ZONE, current_month, month_before, range_tags
from pipeline.assets.raw import network_sources, raw_key
from pipeline.jobs import fetch_job, purge_job


@schedule(
    name="daily_fetch",
    job=fetch_job,
    cron_schedule="0 7 * * *",
    execution_timezone=ZONE,
    description="At 7 in Almaty: the current month, and the one before for late and edited releases.",
)
def daily_fetch(context: ScheduleEvaluationContext) -> RunRequest:
    """One run for both months and all enabled sources."""
    month = current_month(context.scheduled_execution_time)
    return RunRequest(
        run_key=context.scheduled_execution_time.isoformat(),
        tags=range_tags(month_before(month), month),
        asset_selection=[raw_key(source.key) for source in network_sources() if source.enabled],
    )


weekly_purge = ScheduleDefinition(
    name="weekly_purge",
    job=purge_job,
    cron_schedule="0 4 * * 0",
    execution_timezone=ZONE,
    description="On Sundays: clears runs and events away that are older than 90 days.",
    default_status=DefaultScheduleStatus.RUNNING,
)

SCHEDULES = (daily_fetch, weekly_purge)
