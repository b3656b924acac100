"""`python -m benchmarks`: measures, prints the report and writes it to `benchmarks/results`."""

import argparse
from pathlib import Path

from benchmarks.extraction.contenders import CONTENDERS, NATASHA
from benchmarks.extraction.growth import Growth, grow
from benchmarks.extraction.report import Benchmark, markdown, write_results
from benchmarks.extraction.rounds import is_installed, measure, standings
from benchmarks.extraction.texts import load_texts

_RESULTS = Path(__file__).resolve().parent / "results"
_SYNTAXES = ("none", "slovnet")


def _told(growth: Growth) -> Growth:
    """The same; says on the way how far the measuring is."""
    longest = max(growth.seconds, default=0)
    print(f"{growth.pattern}, syntax {growth.syntax}: {growth.failure or f'{growth.seconds[longest]:.2f} s'}")
    return growth


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Benchmarks of the extractor.")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the comparison (default: 5)")
    parser.add_argument("--no-growth", action="store_true", help="leave time against length out")
    parser.add_argument("--results", type=Path, default=_RESULTS, help="folder of the reports")
    wanted = parser.parse_args()
    contenders = [contender for contender in CONTENDERS if is_installed(contender)]
    if len(contenders) < len(CONTENDERS):
        print("natasha is not installed for benchmarks and is left out; `make bench` installs it")
    texts = load_texts()
    rounds = measure(contenders, texts, wanted.rounds)
    benchmark = Benchmark(
        texts=len(texts),
        characters=sum(map(len, texts)),
        rounds=wanted.rounds,
        standings=standings(contenders, rounds, NATASHA),
        growth=() if wanted.no_growth else tuple(map(_told, grow(_SYNTAXES))),
    )
    report, data = write_results(benchmark, wanted.results)
    print(markdown(benchmark))
    print(f"Written: {report}, {data}")


if __name__ == "__main__":
    main()
