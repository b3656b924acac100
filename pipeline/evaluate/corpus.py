"""Annotated texts read from a folder, each entry checked against its text.

Belongs here: where the files lie, the checks, and what is set aside with its reason. Does not
belong here: the fields of a file (`annotation`) and any comparison (`alignment`).
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from extractors import RejectionReason
from pipeline.errors import ExitCode, SvodkaError
from pipeline.evaluate.annotation import AnnotationFile, FactAnnotation, RejectionAnnotation
from pipeline.evaluate.statement import Statement, kind_and_unit

TEXTS = "texts"
FACTS = "facts"
_DIGITS = re.compile(r"\d+")
_REASONS = frozenset(RejectionReason)


class CorpusError(SvodkaError):
    """A folder or file that is no annotated corpus."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class StatedRejection:
    """A number annotated as no fact."""

    quote: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text with what its annotator found in it.

    Attributes:
        doc_id: Name of its files, without the ending.
        published: Publication date, None if unknown.
        topic: What the text is about, None if not said.
        text: The text itself.
        facts: The annotated facts; `part_of` points into this tuple.
        rejected: The numbers annotated as no facts.
    """

    doc_id: str
    published: date | None
    topic: str | None
    text: str
    facts: tuple[Statement, ...]
    rejected: tuple[StatedRejection, ...]


@dataclass(frozen=True, slots=True)
class AnnotationProblem:
    """A mistake in an annotation file: which entry, and what is wrong with it."""

    doc_id: str
    entry: str
    message: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated texts in order of their names, with what was wrong in their files."""

    texts: tuple[AnnotatedText, ...]
    problems: tuple[AnnotationProblem, ...]


def corpus_folders(paths: list[Path]) -> tuple[Path, Path]:
    """The folders of texts and of facts: two given ones, or the two inside one.

    Raises:
        CorpusError: When a folder is missing or the number of paths is another.
    """
    match paths:
        case [folder]:
            texts, facts = folder / TEXTS, folder / FACTS
        case [texts, facts]:
            pass
        case _:
            raise CorpusError(
                f"{len(paths)} paths given",
                remedy=f"give one folder with {TEXTS}/ and {FACTS}/, or those two",
            )
    for wanted in (texts, facts):
        if not wanted.is_dir():
            raise CorpusError(f"{wanted}: no such folder", remedy=f"give a folder with {TEXTS}/ and {FACTS}/")
    return texts, facts


def load_corpus(texts: Path, facts: Path, *, only: str = "*") -> Corpus:
    """Reads and checks every annotation file whose name fits the pattern `only`.

    Raises:
        CorpusError: No file, a file that is not of the format, or one without its text.
    """
    loaded: list[AnnotatedText] = []
    problems: list[AnnotationProblem] = []
    for path in sorted(facts.glob(f"{only}.json")):
        file = _read_file(path)
        text_path = texts / f"{path.stem}.txt"
        if not text_path.is_file():
            raise CorpusError(f"{path}: its text {text_path} is missing")
        reader = _EntryReader(path.stem, text_path.read_text(encoding="utf-8"))
        loaded.append(reader.read(file))
        problems += reader.problems
    if not loaded:
        raise CorpusError(f"{facts}: no file {only}.json")
    return Corpus(tuple(loaded), tuple(problems))


def _read_file(path: Path) -> AnnotationFile:
    try:
        return AnnotationFile.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise CorpusError(f"{path}: {_first_mistake(error)}") from error


def _first_mistake(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"]) or "the file"
    return f"{where}: {first['msg']} (got {first['input']!r})"


class _EntryReader:
    """Turns the entries of one file into statements; an entry with a mistake is set aside."""

    def __init__(self, doc_id: str, text: str) -> None:
        self._doc_id = doc_id
        self._text = text
        self._covered: list[tuple[int, int]] = []
        self.problems: list[AnnotationProblem] = []

    def read(self, file: AnnotationFile) -> AnnotatedText:
        """The checked content of the file."""
        if file.id != self._doc_id:
            self._complain("id", f"{file.id!r} is not the file's name")
        for field in file.unknown_fields():
            self._complain("file", f"unknown field {field!r}, ignored")
        facts = [(i, self._fact(f"facts[{i}]", raw)) for i, raw in enumerate(file.facts)]
        rejected = [self._rejection(f"rejected[{i}]", raw) for i, raw in enumerate(file.rejected)]
        self._check_digits()
        kept = [(i, *fact) for i, fact in facts if fact is not None]
        places = {index: place for place, (index, _, _) in enumerate(kept)}
        return AnnotatedText(
            doc_id=self._doc_id,
            published=file.published,
            topic=file.topic,
            text=self._text,
            facts=tuple(
                self._stated(entry, span, self._whole(index, entry, places)) for index, entry, span in kept
            ),
            rejected=tuple(rejection for rejection in rejected if rejection is not None),
        )

    def _complain(self, entry: str, message: str) -> None:
        self.problems.append(AnnotationProblem(self._doc_id, entry, message))

    def _fact(self, name: str, raw: dict[str, object]) -> tuple[FactAnnotation, tuple[int, int]] | None:
        self._cover(raw)
        try:
            entry = FactAnnotation.model_validate(raw)
        except ValidationError as error:
            self._complain(name, _first_mistake(error))
            return None
        span = self._locate(name, entry)
        return (entry, span) if span else None

    def _rejection(self, name: str, raw: dict[str, object]) -> StatedRejection | None:
        self._cover(raw)
        try:
            entry = RejectionAnnotation.model_validate(raw)
        except ValidationError as error:
            self._complain(name, _first_mistake(error))
            return None
        if entry.reason not in _REASONS:
            self._complain(name, f"reason {entry.reason!r} is not one of {', '.join(sorted(_REASONS))}")
        span = self._locate(name, entry)
        return StatedRejection(entry.quote, *span, entry.reason) if span else None

    def _cover(self, raw: dict[str, object]) -> None:
        """Marks the quote as spoken for, even when another field of its entry is wrong."""
        quote, occurrence = raw.get("quote"), raw.get("occurrence", 0)
        if isinstance(quote, str) and isinstance(occurrence, int):
            span = find_occurrence(self._text, quote, occurrence)
            if span:
                self._covered.append(span)

    def _locate(self, name: str, entry: FactAnnotation | RejectionAnnotation) -> tuple[int, int] | None:
        for field in entry.unknown_fields():
            self._complain(name, f"unknown field {field!r}, ignored")
        span = find_occurrence(self._text, entry.quote, entry.occurrence)
        if span is None:
            self._complain(name, f"quote {entry.quote!r} does not occur {entry.occurrence + 1} times")
        return span

    def _whole(self, index: int, entry: FactAnnotation, places: dict[int, int]) -> int | None:
        """`part_of` as an index into the kept facts."""
        if entry.part_of is None:
            return None
        if entry.part_of == index or entry.part_of not in places:
            self._complain(f"facts[{index}]", f"part_of {entry.part_of} is no other fact of the file")
            return None
        return places[entry.part_of]

    def _stated(self, entry: FactAnnotation, span: tuple[int, int], whole: int | None) -> Statement:
        kind, unit = kind_and_unit(entry.kind, entry.unit)
        return Statement(
            quote=entry.quote,
            start=span[0],
            end=span[1],
            value=entry.value,
            value_max=entry.value_max,
            qualifier=entry.qualifier.value,
            kind=kind,
            unit=unit,
            per=entry.per,
            subject=entry.subject,
            subject_head=entry.subject_head,
            measure=entry.measure.value,
            direction=entry.direction.value if entry.direction else None,
            period=entry.period,
            modality=entry.modality.value,
            place=entry.place,
            part_of=whole,
        )

    def _check_digits(self) -> None:
        for digits in _DIGITS.finditer(self._text):
            if not any(start < digits.end() and digits.start() < end for start, end in self._covered):
                around = self._text[max(0, digits.start() - 20) : digits.end() + 20]
                self._complain(f"text[{digits.start()}]", f"number {digits[0]} is in no entry: {around!r}")


def find_occurrence(text: str, quote: str, occurrence: int) -> tuple[int, int] | None:
    """Span of the occurrence of that number (from 0) of a quote; overlapping ones count."""
    start = text.find(quote)
    for _ in range(occurrence):
        if start < 0:
            break
        start = text.find(quote, start + 1)
    return None if start < 0 else (start, start + len(quote))
