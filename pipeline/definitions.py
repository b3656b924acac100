"""Everything Dagster loads, put together.

Belongs here: assembly only. Does not belong here: any definition.
"""

from dagster import Definitions, RetryPolicy, definitions

from pipeline.asset_checks import asset_checks
from pipeline.assets.derived import derived_assets
from pipeline.assets.failures import NETWORK_RETRIES
from pipeline.assets.raw import raw_assets
from pipeline.jobs import JOBS
from pipeline.resources import Workplace
from pipeline.schedules import SCHEDULES
from pipeline.sensors import SENSORS


def build_definitions(
    workplace: Workplace | None = None, *, retries: RetryPolicy | None = NETWORK_RETRIES
) -> Definitions:
    """Builds all definitions anew.

    Args:
        workplace: Where and for whom runs work; None for the settings of the environment.
        retries: What to do when a source is unreachable; None for no second try.
    """
    raw = raw_assets(retries=retries)
    return Definitions(
        assets=[*raw, *derived_assets(raw)],
        asset_checks=[asset_checks()],
        jobs=JOBS,
        schedules=SCHEDULES,
        sensors=SENSORS,
        resources={"workplace": workplace or Workplace()},
    )


@definitions
def defs() -> Definitions:
    """What `dg`, the UI and the daemon load."""
    return build_definitions()
