"""The report of a benchmark: Markdown for people, JSON for programs, both in `benchmarks/results`.

Belongs here: words, tables, targets. Does not belong here: measuring (`rounds`, `growth`).
"""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.extraction.contenders import OURS, OURS_WITHOUT_TREES
from benchmarks.extraction.growth import SIZES, Growth
from benchmarks.extraction.rounds import Standing
from extractors import EXTRACTOR_VERSION

LINEAR_UP_TO = 1.3
# Below this a length takes no time worth an exponent.
NOTICEABLE_S = 0.05


@dataclass(frozen=True, slots=True)
class Comparison:
    """All contenders on one collection of texts.

    Attributes:
        collection: What the texts are.
        texts: How many each contender read.
        characters: Their length.
        characters_per_number: How far apart numbers are by what we find: the denser, the slower we are.
        standings: The contenders.
    """

    collection: str
    texts: int
    characters: int
    characters_per_number: float
    standings: Sequence[Standing]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Everything measured.

    Attributes:
        rounds: How often each collection was read.
        comparisons: One for each collection of texts.
        growth: Time against length, nothing if that was not asked for.
    """

    rounds: int
    comparisons: Sequence[Comparison]
    growth: Sequence[Growth]


def markdown(benchmark: Benchmark) -> str:
    """The report as Markdown."""
    where = f"Python {platform.python_version()}, {_processor()}, {os.cpu_count()} cores of which one is used"
    what = f"medians of {benchmark.rounds} rounds"
    parts = [
        "# Extraction benchmark",
        f"Extractor {EXTRACTOR_VERSION}, {where}; {what}. Written by `make bench` (docs/evaluation.md).",
    ]
    for comparison in benchmark.comparisons:
        parts += [_heading(comparison), _speed_table(comparison.standings), _targets(comparison.standings)]
    if benchmark.growth:
        parts += ["## Time against length", _growth_note(), _growth_table(benchmark.growth)]
    return "\n\n".join(parts) + "\n"


def write_results(benchmark: Benchmark, folder: Path) -> tuple[Path, Path]:
    """Writes both forms; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    report, data = folder / "extraction.md", folder / "extraction.json"
    report.write_text(markdown(benchmark), encoding="utf-8")
    document = {
        "extractor": EXTRACTOR_VERSION,
        "python": platform.python_version(),
        "processor": _processor(),
    }
    content = asdict(benchmark)
    for comparison in content["comparisons"]:
        for standing in comparison["standings"]:
            standing["contender"]["environment"] = standing["contender"]["environment"].value
    data.write_text(json.dumps(document | content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return report, data


def is_linear(growth: Growth) -> bool:
    """Whether the greatest length was reached and time grew no faster than length does."""
    if growth.failure:
        return False
    return growth.seconds[SIZES[-1]] < NOTICEABLE_S or (growth.exponent or 0) <= LINEAR_UP_TO


def _processor() -> str:
    """The processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _heading(comparison: Comparison) -> str:
    return (
        f"## {comparison.collection}\n\n{comparison.texts} texts, {comparison.characters:,} characters, "
        f"a number every {comparison.characters_per_number:.0f} characters."
    )


def _speed_table(standings: Sequence[Standing]) -> str:
    rows = [
        (
            standing.contender.title,
            f"{standing.speed:,.0f}",
            f"{standing.slowest:,.0f}–{standing.fastest:,.0f}",
            f"{standing.speed_again:,.0f}",
            "–" if standing.ratio is None else f"{standing.ratio:.1f} ×",
            f"{standing.start_up_s:.1f}",
            f"{standing.peak_rss_mb:.0f}",
        )
        for standing in standings
    ]
    return _table(
        ("", "characters/s", "all rounds", "texts seen before", "ratio", "start-up, s", "peak memory, MiB"),
        rows,
    )


def _targets(standings: Sequence[Standing]) -> str:
    by_name = {standing.contender.name: standing for standing in standings}
    ours, bare = by_name[OURS], by_name[OURS_WITHOUT_TREES]
    lines = [
        _target("characters/s with slovnet", ours.speed, 60_000),
        _target("characters/s without syntax", bare.speed, 150_000),
        _target("seconds to start", ours.start_up_s, 3, at_most=True),
        _target("MiB of memory", ours.peak_rss_mb, 600, at_most=True),
    ]
    if ours.ratio is not None:
        lines.insert(0, _target("times natasha with Money and Dates", ours.ratio, 6))
    return "Targets:\n\n" + "\n".join(lines)


def _target(name: str, value: float, target: float, *, at_most: bool = False) -> str:
    is_met = value <= target if at_most else value >= target
    bound = "at most" if at_most else "at least"
    return f"- {name}: {value:,.1f} ({bound} {target:,}): {'met' if is_met else 'missed'}"


def _growth_note() -> str:
    return (
        "Processor seconds for a text of one pattern repeated. The exponent is the slope between the last "
        f"two lengths: 1 is linear, 2 quadratic. Beyond {LINEAR_UP_TO} a row is marked."
    )


def _growth_table(growth: Sequence[Growth]) -> str:
    rows = [
        (
            found.pattern,
            found.syntax,
            *(f"{found.seconds[size]:.2f}" if size in found.seconds else "–" for size in SIZES),
            "–" if found.exponent is None else f"{found.exponent:.2f}",
            found.failure or ("" if is_linear(found) else "not linear"),
        )
        for found in growth
    ]
    lengths = (f"{size:,}" for size in SIZES)
    return _table(("pattern", "syntax", *lengths, "exponent", ""), rows)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---", *["---:"] * (len(headings) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (headings, rule, *rows))
