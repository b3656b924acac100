"""Who is compared, and in which environment each runs.

Belongs here: names. Does not belong here: how each reads a text (`readers`).
"""

from dataclasses import dataclass
from enum import Enum

OURS = "svodka_slovnet"
OURS_WITHOUT_TREES = "svodka_none"
NATASHA = "natasha_extractors"


class Environment(Enum):
    """Which interpreter a contender runs in."""

    PROJECT = "project"
    BENCH = "bench"


@dataclass(frozen=True, slots=True)
class Contender:
    """A tool that reads the texts.

    Attributes:
        name: Its module in `readers`.
        title: What it does, for the report.
        environment: Where it is installed.
    """

    name: str
    title: str
    environment: Environment = Environment.PROJECT


CONTENDERS = (
    Contender(OURS, "svodka, syntax slovnet"),
    Contender(OURS_WITHOUT_TREES, "svodka, syntax none"),
    Contender(NATASHA, "natasha: morphology, syntax, Money, Dates", Environment.BENCH),
    Contender("natasha_chain", "natasha: morphology, syntax", Environment.BENCH),
    Contender("slovnet_syntax", "slovnet: syntax of every sentence"),
    Contender("spacy_blank", "spaCy blank: tokens only"),
)
