"""The syntax provider that a command uses: the option's, else the setting's, and only if it can be used.

Belongs here: that choice. Does not belong here: the providers (`extractors.language.syntax`).
"""

from extractors.language.syntax import load_syntax
from pipeline.errors import SettingsError
from pipeline.settings import Settings


def usable_syntax(option: str | None) -> str:
    """The name of the provider, loaded once already.

    Args:
        option: What the command line says, None for the setting.

    Raises:
        SettingsError: The provider is not installed or cannot be loaded.
    """
    name = option or Settings().syntax
    try:
        load_syntax(name)
    except (LookupError, ImportError, OSError) as error:
        raise SettingsError(
            f"syntax {name!r} cannot be used ({error})", remedy="--syntax slovnet or none always can"
        ) from error
    return name
