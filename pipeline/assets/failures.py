"""How an error of ours becomes a failed step: one clear line, and a retry only where it can help.

Belongs here: that translation. Does not belong here: the errors (`pipeline.errors`).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from dagster import Backoff, Failure, Jitter, RetryPolicy

from pipeline.errors import SourceUnreachable, SvodkaError
from warehouse.errors import WarehouseError

ERROR_CLASS = "error_class"
# The client has tried again for a minute by then: what is still down needs longer.
NETWORK_RETRIES = RetryPolicy(max_retries=3, delay=120, backoff=Backoff.EXPONENTIAL, jitter=Jitter.PLUS_MINUS)


@contextmanager
def told_clearly() -> Iterator[None]:
    """Turns our errors into Dagster's `Failure`; only an unreachable source may be tried again.

    Raises:
        Failure: With the error's own line as description, the error's class as metadata.
    """
    try:
        yield
    except (SvodkaError, WarehouseError) as error:
        raise Failure(
            description=str(error),
            metadata={ERROR_CLASS: type(error).__name__},
            allow_retries=isinstance(error, SourceUnreachable),
        ) from error
