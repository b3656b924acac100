"""How the state of a home is told.

Belongs here: the words and the JSON. Does not belong here: finding it out (`home_state`).
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta

from pipeline.cli.home_state import HomeState, Published, home_state
from pipeline.cli.output import Column, out, print_json, print_table
from pipeline.cli.run_records import PastRun
from pipeline.settings import Settings

_RUN_COLUMNS = (
    Column("Started (UTC)"),
    Column("Job"),
    Column("Status"),
    Column("Seconds", "right"),
    Column("Failures"),
)


def print_home(settings: Settings, *, now: datetime, as_json: bool) -> None:
    """Prints what is in a home.

    Raises:
        WarehouseError: There is a snapshot, but it cannot be read.
    """
    state = home_state(settings)
    if as_json:
        print_json(_document(state, now))
        return
    print_table((Column("Home"), Column(str(state.home))), _lines(state, now))
    if state.runs:
        out().print()
        print_table(_RUN_COLUMNS, map(_run_row, state.runs), title="Last runs")


def size_text(size: int) -> str:
    """Bytes in a unit that people read."""
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB" if size < 1_000_000_000 else f"{size / 1_000_000_000:.1f} GB"


def _lines(state: HomeState, now: datetime) -> Iterator[tuple[str, str]]:
    if state.published is None:
        yield "Published", "nothing yet; `svodka run` publishes"
    else:
        yield from _published_lines(state.published, now)
    used = [f"{name} {size_text(size)}" for name, size in state.bytes_used.items()]
    yield "Disk", f"{', '.join(used)}; {size_text(state.bytes_free)} free"
    yield "Raw zone", f"{state.warc_files} WARC files"


def _published_lines(published: Published, now: datetime) -> Iterator[tuple[str, str]]:
    rows = published.rows
    yield "Published", f"{published.at:%Y-%m-%d %H:%M} UTC, {_age(now - published.at)} ago"
    hosts = [f"{count} of {host}" for host, count in published.releases.items()]
    newest = "" if published.newest is None else f"; newest {published.newest}"
    yield "Releases", (", ".join(hosts) or "none") + newest
    yield "Facts", f"{rows['core.fact']}, beside {rows['core.rejected_number']} numbers that state none"
    kinds = [f"{count} {kind}" for kind, count in published.problems.items()]
    yield "Problems", ", ".join(kinds) or "none"


def _age(age: timedelta) -> str:
    """A span of time in its largest unit."""
    minutes = int(age.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"


def _run_row(run: PastRun) -> tuple[object, ...]:
    started = None if run.started_at is None else f"{run.started_at:%Y-%m-%d %H:%M}"
    return started, run.job, run.status, run.seconds, "; ".join(run.failures) or None


def _document(state: HomeState, now: datetime) -> dict[str, object]:
    document = asdict(state) | {"home": str(state.home)}
    if state.published is not None:
        document["published"]["age_seconds"] = int((now - state.published.at).total_seconds())
    return document
