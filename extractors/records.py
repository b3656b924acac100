"""The value classes of the extractor: frozen to the type checker, cheap to make.

Belongs here: the decorator they share. Does not belong here: the public results (`model`), which are frozen
at run time too, and classes that change while a text is read (plain dataclasses).

A text makes some hundred such objects a sentence. A dataclass that is frozen at run time sets each field
through `object.__setattr__`, which costs three to five times as much as plain slots; the type checker refuses
the same assignments in both.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A dataclass with slots, equality and a hash of its fields, whose fields are set once."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
