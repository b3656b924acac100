"""What every asset needs to know: the settings, who is asked, who watches.

Belongs here: the one resource of our definitions. Does not belong here: what is done with it.
"""

from dataclasses import dataclass, field

from pipeline.fetch.client import PoliteClient
from pipeline.settings import Settings
from pipeline.stages.progress import SILENCE, Progress


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where and for whom a run works.

    Attributes:
        settings: Where things lie and how we behave.
        base_url_override: Address of a replica that is asked instead of the sites; None for the sites.
        progress: Told how far long work is.
        client: An open client to share between sources; None opens one for each.
    """

    settings: Settings = field(default_factory=Settings)
    base_url_override: str | None = None
    progress: Progress = SILENCE
    client: PoliteClient | None = None
