"""The stage that swaps in a new snapshot for readers.

Belongs here: when there is something to publish. Does not belong here: how a snapshot is made
(`warehouse.publish`).
"""

from pipeline.settings import Settings
from pipeline.stages.warehouse import open_warehouse
from warehouse.publish import PublishResult
from warehouse.publish import publish as publish_snapshot


def publish(settings: Settings) -> PublishResult:
    """Publishes what the warehouse holds; a snapshot of the same content stays as it is."""
    with open_warehouse(settings):
        pass  # a home without a warehouse gets an empty one, so that readers find the tables
    return publish_snapshot(settings.warehouse_path, settings.published_path, wait=settings.lock_wait)
