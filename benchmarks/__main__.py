"""`python -m benchmarks`: measures, prints the report and writes it to `benchmarks/results`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.extraction.contenders import CONTENDERS, NATASHA, OURS, Contender
from benchmarks.extraction.growth import Growth, grow
from benchmarks.extraction.report import Benchmark, Comparison, markdown, write_results
from benchmarks.extraction.rounds import is_installed, measure, standings
from benchmarks.extraction.texts import load_folder, load_texts

_RESULTS = Path(__file__).resolve().parent / "results"
_SYNTAXES = ("none", "slovnet")
_OUR_TEXTS = "Our corpus and the releases of the test fixtures"


def _told(growth: Growth) -> Growth:
    """The same; says on the way how far the measuring is."""
    longest = max(growth.seconds, default=0)
    print(f"{growth.pattern}, syntax {growth.syntax}: {growth.failure or f'{growth.seconds[longest]:.2f} s'}")
    return growth


def _compared(collection: str, texts: list[str], contenders: Sequence[Contender], rounds: int) -> Comparison:
    """All contenders on one collection of texts."""
    runs = measure(contenders, texts, rounds)
    return Comparison(
        collection=collection,
        texts=len(texts),
        characters=sum(map(len, texts)),
        characters_per_number=median(found[OURS].characters / found[OURS].found for found in runs),
        standings=standings(contenders, runs, NATASHA),
    )


def _named_folder(value: str) -> tuple[str, list[str]]:
    """What NAME=FOLDER gives: the name of a collection and its texts."""
    name, equals, folder = value.partition("=")
    texts = load_folder(Path(folder)) if equals else []
    if not texts:
        raise argparse.ArgumentTypeError(f"{value!r}: give NAME=FOLDER, a folder that holds .txt files")
    return name, texts


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Benchmarks of the extractor.")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the comparison (default: 5)")
    parser.add_argument(
        "--texts",
        type=_named_folder,
        action="append",
        default=[],
        metavar="NAME=FOLDER",
        help="compare on the .txt files of a folder too, under this name",
    )
    parser.add_argument("--no-growth", action="store_true", help="leave time against length out")
    parser.add_argument("--results", type=Path, default=_RESULTS, help="folder of the reports")
    wanted = parser.parse_args()
    contenders = [contender for contender in CONTENDERS if is_installed(contender)]
    if len(contenders) < len(CONTENDERS):
        print("natasha is not installed for benchmarks and is left out; `make bench` installs it")
    collections = [(_OUR_TEXTS, load_texts()), *wanted.texts]
    benchmark = Benchmark(
        rounds=wanted.rounds,
        comparisons=[_compared(name, texts, contenders, wanted.rounds) for name, texts in collections],
        growth=() if wanted.no_growth else tuple(map(_told, grow(_SYNTAXES))),
    )
    report, data = write_results(benchmark, wanted.results)
    print(markdown(benchmark))
    print(f"Written: {report}, {data}")


if __name__ == "__main__":
    main()
