"""Pure library: Russian prose in, numeric facts and rejections out.

`extract(text, published=…)` is the whole public surface; the records it returns live in
`extractors.model`. Nothing here touches the network, a database, the clock or the disk
(beyond reading its own data and model files once). Fetching and storing belong to
`pipeline` and `warehouse`.

A package for each thing that is understood, imported upwards only (import-linter checks it): text, lexicon
and units; numbers, places, attribution; times; expressions, comparisons; language; phrases, stances; changes,
periods; subjects; parts; facts.
"""

from extractors.facts.compose import EXTRACTOR_VERSION, extract
from extractors.model import (
    Direction,
    Extraction,
    Fact,
    Kind,
    Measure,
    Modality,
    PeriodGrain,
    PeriodSource,
    Qualifier,
    Rejection,
    RejectionReason,
    UnknownUnit,
)

__all__ = [
    "EXTRACTOR_VERSION",
    "Direction",
    "Extraction",
    "Fact",
    "Kind",
    "Measure",
    "Modality",
    "PeriodGrain",
    "PeriodSource",
    "Qualifier",
    "Rejection",
    "RejectionReason",
    "UnknownUnit",
    "extract",
]
