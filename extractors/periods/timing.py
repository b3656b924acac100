"""What is known of the time of one number.

Belongs here: the record alone. Does not belong here: how it is found (`period_reader`).
"""

from extractors.model import Modality, Period
from extractors.records import record


@record
class Timing:
    """When a number holds.

    Attributes:
        period: The period, None if unknown.
        modality: Reported or planned.
        evidence: Name of the evidence where the period was not read beside the number, "" else.
    """

    period: Period | None
    modality: Modality
    evidence: str = ""
