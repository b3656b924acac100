"""What a site says of a source.

Belongs here: the line and the JSON. Does not belong here: asking (`pipeline.fetch.collect`).
"""

from pipeline.cli.output import out, print_json
from pipeline.errors import ExitCode
from pipeline.fetch.collect import check_source
from pipeline.settings import Settings
from pipeline.sources.registry import source_by_key


def print_check(key: str, settings: Settings, *, base_url: str | None, as_json: bool) -> ExitCode:
    """Asks and says what came of it; a slug that the site does not list is a failed check.

    Raises:
        SettingsError: No source has this key.
        SourceError: The site cannot be asked, or says that we may not.
    """
    source = source_by_key(key)
    found = check_source(source, settings=settings, base_url_override=base_url)
    site = base_url or source.base_url
    if as_json:
        print_json({"source": key, "site": site, "names": found.names, "unknown": list(found.unknown)})
    else:
        known = [f"{slug} is {name or 'listed without a name'}" for slug, name in found.names.items()]
        unknown = [f"{slug} is not listed" for slug in found.unknown]
        out().print(f"{key}: {site} answers; {'; '.join(known + unknown)}")
    return ExitCode.CHECK_FAILED if found.unknown else ExitCode.OK
