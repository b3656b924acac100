"""Texts and facts as JSON lines: the form in which other programs hand texts over and take facts.

Belongs here: the fields of a line in and of a line out. Does not belong here: reading and writing
files (`extractors.__main__`, the command line of the pipeline).
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from extractors.model import Extraction, Fact, Rejection

Record = dict[str, object]

_PERIOD_NAMES = ("period_start", "period_end", "period_grain", "period_source")
_FACT_NAMES = tuple(
    name for field in fields(Fact) for name in (_PERIOD_NAMES if field.name == "period" else (field.name,))
)
FACT_FIELDS = ("doc_id", "fact_id", *_FACT_NAMES)
REJECTION_FIELDS = ("doc_id", "rejected", *(field.name for field in fields(Rejection)))


class MalformedLineError(ValueError):
    """A line that is no text to read, with the reason."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read.

    Attributes:
        doc_id: Its name in the answer.
        published: Day of publication, None if not known.
        text: The text; offsets in the answer point into it.
    """

    doc_id: str
    published: date | None
    text: str


def read_document(line: str) -> Document:
    """Reads `{"id": …, "published": …, "text": …}`; other fields are ignored.

    Args:
        line: One JSON object. `published` is a day or a time in ISO 8601, null or absent if unknown.

    Raises:
        MalformedLineError: It is no JSON object, or a field has not the form it should have.
    """
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedLineError(f"not JSON ({error})") from error
    if not isinstance(entry, dict):
        raise MalformedLineError(f"a JSON {type(entry).__name__}, not an object")
    text = entry.get("text")
    if not isinstance(text, str):
        raise MalformedLineError(f"`text` is {_shown(text)}, not a string")
    doc_id = entry.get("id")
    if not isinstance(doc_id, (str, int)) or isinstance(doc_id, bool):
        raise MalformedLineError(f"`id` is {_shown(doc_id)}, neither a string nor a number")
    return Document(str(doc_id), _day(entry.get("published")), text)


def records(doc_id: str, extraction: Extraction, *, rejected: bool) -> Iterator[Record]:
    """What a text holds, one record for each number, in text order.

    Args:
        doc_id: Name of the text.
        extraction: What was found in it.
        rejected: Whether numbers that state no fact are wanted too; they have `"rejected": true`.

    Yields:
        Every field of the fact model under its name; decimals and days as text. `fact_id` is unique
        among texts with different names, `part_of` is the `fact_id` of the whole.
    """
    numbers: list[Fact | Rejection] = [*extraction.facts, *(extraction.rejected if rejected else ())]
    for number in sorted(numbers, key=lambda number: number.char_start):
        if isinstance(number, Fact):
            yield _fact_record(doc_id, number, extraction.facts)
        else:
            yield _record(REJECTION_FIELDS, asdict(number) | {"doc_id": doc_id, "rejected": True})


def _fact_record(doc_id: str, fact: Fact, facts: tuple[Fact, ...]) -> Record:
    period = fact.period
    stated: Record = (
        dict.fromkeys(_PERIOD_NAMES)
        if period is None
        else {
            "period_start": period.start,
            "period_end": period.end,
            "period_grain": period.grain,
            "period_source": period.source,
        }
    )
    references: Record = {
        "doc_id": doc_id,
        "fact_id": _fact_id(doc_id, fact),
        "part_of": None if fact.part_of is None else _fact_id(doc_id, facts[fact.part_of]),
    }
    return _record(FACT_FIELDS, asdict(fact) | stated | references)


def _fact_id(doc_id: str, fact: Fact) -> str:
    return f"{doc_id}:{fact.char_start}-{fact.char_end}"


def _record(names: tuple[str, ...], values: Record) -> Record:
    return {name: _plain(values[name]) for name in names}


def _plain(value: object) -> object:
    match value:
        case Decimal():
            digits = format(value, "f")
            return digits.rstrip("0").rstrip(".") if "." in digits else digits
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return value


def _day(value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value).date()
        except ValueError as error:
            raise MalformedLineError(f"`published` is {value!r}, no date in ISO 8601") from error
    raise MalformedLineError(f"`published` is {_shown(value)}, not a string")


def _shown(value: object) -> str:
    """A JSON value in a message, short."""
    return "missing or null" if value is None else json.dumps(value, ensure_ascii=False)[:40]
