"""The stage that turns stored payloads into releases and their versions.

Belongs here: which payloads, in which portions. Does not belong here: reading one payload
(`pipeline.parse.release`).
"""

from dataclasses import dataclass

from pipeline.parse.release import PARSER_VERSION, parse_archived
from pipeline.settings import Settings
from pipeline.stages.pending import unparsed_fetches
from pipeline.stages.progress import SILENCE, Progress
from pipeline.stages.warehouse import open_warehouse
from warehouse.counts import LoadCounts
from warehouse.load import load_releases

# Small enough that a killed run repeats seconds of work, large enough that opening the file is no cost.
PAYLOADS_PER_LOAD = 100


@dataclass(frozen=True, slots=True)
class ReleaseOutcome:
    """What parsing brought.

    Attributes:
        payloads: Payloads parsed now.
        problems: What was set aside in them.
        counts: What that changed in the warehouse.
    """

    payloads: int
    problems: int
    counts: LoadCounts


def release(settings: Settings, *, progress: Progress = SILENCE) -> ReleaseOutcome:
    """Parses every payload that this parser version has not parsed."""
    with open_warehouse(settings) as connection:
        pending = unparsed_fetches(connection, PARSER_VERSION)
    counts = LoadCounts()
    problems = 0
    with progress.task("release", unit="payloads", total=len(pending)) as advance:
        for start in range(0, len(pending), PAYLOADS_PER_LOAD):
            portion = pending[start : start + PAYLOADS_PER_LOAD]
            parsed = [parse_archived(settings.raw_dir, fetch) for fetch in portion]
            with open_warehouse(settings) as connection:
                counts += load_releases(
                    connection,
                    [row for one in parsed for row in one.releases],
                    [row for one in parsed for row in one.versions],
                    [one.parsed for one in parsed],
                    [row for one in parsed for row in one.problems],
                )
            problems += sum(len(one.problems) for one in parsed)
            advance(len(portion))
    return ReleaseOutcome(len(pending), problems, counts)
