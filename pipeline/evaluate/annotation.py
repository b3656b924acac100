"""The file format of an annotated text: facts and rejections written down by hand.

Belongs here: the fields of `facts/*.json` and what each may hold. Does not belong here: finding
the files, their texts and what the fields mean together (`corpus`).
"""

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field

from extractors import Direction, Kind, Measure, Modality, Qualifier


class _Entry(BaseModel):
    """Something that may hold fields the format does not have, and can name them."""

    model_config = ConfigDict(frozen=True, extra="allow")

    def unknown_fields(self) -> list[str]:
        """Names of fields that the format does not have."""
        return sorted(self.model_extra or {})


class _Annotation(_Entry):
    """A quote and which of its occurrences in the text is meant."""

    quote: str = Field(min_length=1)
    occurrence: int = Field(default=0, ge=0)


class FactAnnotation(_Annotation):
    """One annotated fact; the fields have the meaning they have in `extractors.Fact`, missing is null."""

    value: Decimal
    value_max: Decimal | None = None
    qualifier: Qualifier
    kind: Kind
    unit: str | None = None
    per: str | None = None
    subject: str = Field(min_length=1)
    subject_head: str = Field(min_length=1)
    measure: Measure
    direction: Direction | None = None
    period: tuple[date, date] | None = None
    modality: Modality
    place: str | None = None
    part_of: int | None = Field(default=None, ge=0)


class RejectionAnnotation(_Annotation):
    """One number annotated as no fact; `reason` is a `RejectionReason` value."""

    reason: str


class AnnotationFile(_Entry):
    """One file: the facts and rejections stay raw here, so that one bad entry spoils no other."""

    id: str
    published: date | None = None
    topic: str | None = None
    facts: list[dict[str, object]]
    rejected: list[dict[str, object]]
