"""Pure library: Russian prose in, numeric facts and rejections out.

`extract(text, published=…)` is the whole public surface; the records it returns live in
`extractors.model`. Nothing here touches the network, a database, the clock or the disk
(beyond reading its own data and model files once). Fetching and storing belong to
`pipeline` and `warehouse`.
"""

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
)

__all__ = [
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
]
