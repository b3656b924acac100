"""The stage that reads facts out of release versions.

Belongs here: which texts, in which portions, and storing what they give. Does not belong here:
finding facts (`extractors`), making rows of them (`fact_rows`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors import EXTRACTOR_VERSION
from extractors import extract as extract_with_rules
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from pipeline.stages.extraction_pool import readers
from pipeline.stages.fact_rows import Extract, ExtractedText
from pipeline.stages.pending import PendingText, texts, unextracted_texts
from pipeline.stages.progress import SILENCE, Progress
from pipeline.stages.text import Text
from pipeline.stages.warehouse import open_warehouse
from warehouse.counts import LoadCounts
from warehouse.load import load_extractions

# What a killed run has to read again at most: some seconds of work.
CHARACTERS_PER_LOAD = 200_000


@dataclass(frozen=True, slots=True)
class FactOutcome:
    """What extraction brought.

    Attributes:
        texts: Texts read now.
        characters: Their length.
        problems: What could not be read or stored in them.
        counts: What that changed in the warehouse.
    """

    texts: int
    characters: int
    problems: int
    counts: LoadCounts


def fact(
    settings: Settings,
    *,
    extract: Extract = extract_with_rules,
    processes: int | None = None,
    progress: Progress = SILENCE,
) -> FactOutcome:
    """Reads every Russian text that this extractor version and syntax provider have not read.

    Args:
        settings: Where the warehouse is, and which syntax provider helps.
        extract: The extractor.
        processes: How many processes read; None decides by how much there is.
        progress: Told of characters read.

    Raises:
        SettingsError: The syntax provider is not installed.
    """
    with open_warehouse(settings) as connection:
        pending = unextracted_texts(connection, EXTRACTOR_VERSION, settings.syntax)
    characters = sum(text.characters for text in pending)
    if not pending:
        return FactOutcome(0, 0, 0, LoadCounts())
    _require_syntax(settings, extract)
    counts = LoadCounts()
    problems = 0
    with (
        readers(settings.syntax, extract, characters=characters, processes=processes) as read,
        progress.task("fact", unit="characters", total=characters) as advance,
    ):
        for portion in _portions(pending):
            extracted: list[ExtractedText] = []
            for one in read(_read_texts(settings, portion)):
                extracted.append(one)
                advance(one.extraction.characters)
            counts += _store(settings, extracted)
            problems += sum(len(one.problems) for one in extracted)
    return FactOutcome(len(pending), characters, problems, counts)


def _require_syntax(settings: Settings, extract: Extract) -> None:
    """A provider that is not there would make a problem of every text."""
    try:
        extract("", published=None, syntax=settings.syntax)
    except LookupError as error:
        raise SettingsError(f"SVODKA_SYNTAX: {error}") from error


def _portions(pending: Iterable[PendingText]) -> Iterator[list[str]]:
    portion: list[str] = []
    characters = 0
    for text in pending:
        portion.append(text.version_id)
        characters += text.characters
        if characters >= CHARACTERS_PER_LOAD:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _read_texts(settings: Settings, version_ids: list[str]) -> list[Text]:
    with open_warehouse(settings) as connection:
        return texts(connection, version_ids)


def _store(settings: Settings, extracted: list[ExtractedText]) -> LoadCounts:
    with open_warehouse(settings) as connection:
        return load_extractions(
            connection,
            [one.extraction for one in extracted],
            [row for one in extracted for row in one.facts],
            [row for one in extracted for row in one.rejected],
            [row for one in extracted for row in one.problems],
        )
