"""Which adapter reads which kind of site.

Belongs here: the names that a YAML may give as `adapter`. Does not belong here: the adapters.
"""

from pipeline.errors import SettingsError
from pipeline.sources.adapter import Adapter
from pipeline.sources.files import FilesAdapter
from pipeline.sources.govkz import GovKzAdapter
from pipeline.sources.registry import Source

ADAPTERS: dict[str, Adapter] = {"files": FilesAdapter(), "govkz": GovKzAdapter()}


def adapter_of(source: Source) -> Adapter:
    """The adapter of a source.

    Raises:
        SettingsError: Its YAML names one that does not exist.
    """
    adapter = ADAPTERS.get(source.adapter)
    if adapter is None:
        raise SettingsError(
            f"{source.key}: no adapter is called {source.adapter!r}",
            remedy=f"there are {', '.join(ADAPTERS)}",
        )
    return adapter
