"""The registry of sources: every publisher that stands in `pipeline/sources/*.yaml`.

Belongs here: the model of a source and the strict reading of the YAML. Does not belong here: how a
source is fetched (its adapter). A new ministry is an entry in a YAML, never code.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from pipeline.errors import SettingsError
from pipeline.sources.strict_yaml import load_yaml

SOURCES_DIR = Path(__file__).parent
FILES_KEY = "files"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"no time zone is called {name!r}") from error
    return name


Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Names(_Strict):
    """The official name of a publisher."""

    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)


class _Entry(_Strict):
    """What a YAML says of one source, under its short key."""

    slug: Slug
    aliases: tuple[Slug, ...] = ()
    publisher: str = Field(min_length=1)
    names: Names
    valid_from: date | None = None
    enabled: bool = True
    disabled_reason: str | None = None


class _Family(_Strict):
    """One YAML: what its sources share, and the sources."""

    family: Slug
    adapter: Slug
    host: str = Field(min_length=1)
    base_url: str
    timezone: Annotated[str, AfterValidator(_known_zone)]
    language: str = Field(pattern=r"^[a-z]{2}$")
    page_size: int = Field(default=40, ge=5, le=100)
    sources: dict[Slug, _Entry] = Field(min_length=1)


class Source(_Entry):
    """One publisher on one site.

    Attributes:
        key: Unique name, family and short key: `kz_economy`.
        family: The YAML it stands in, such as `kz`.
        adapter: Name of the adapter that fetches and parses it.
        host: Host of the releases' identity; the same id on another host is another release.
        base_url: Scheme and host that requests go to; a folder's or file's address for `files`.
        slug: The publisher's name in the site's queries and addresses.
        aliases: Older or other slugs of the same publisher, asked too and merged by id.
        publisher: Short Russian name, as tables show it.
        names: Official names.
        timezone: IANA zone that a time without an offset is read in.
        language: The language asked for; items in another are set aside.
        page_size: How many items a list is asked for at once.
        valid_from: First day the publisher existed under this name, where known.
        enabled: Whether a plain run fetches it.
        disabled_reason: Why not.
    """

    key: Slug
    family: Slug
    adapter: Slug
    host: str
    base_url: str
    timezone: str
    language: str
    page_size: int

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slug, then its aliases."""
        return (self.slug, *self.aliases)

    @property
    def zone(self) -> ZoneInfo:
        """The publisher's own time zone."""
        return ZoneInfo(self.timezone)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.enabled == (self.disabled_reason is not None):
            raise ValueError("`disabled_reason` stands with `enabled: false`, and only there")
        if urlsplit(self.base_url).scheme not in {"https", "file"}:
            raise ValueError(f"base_url {self.base_url!r} is not https")
        return self


@cache
def load_sources(directory: Path = SOURCES_DIR) -> tuple[Source, ...]:
    """Reads every source, in order of key.

    Args:
        directory: Folder of the YAML files.

    Raises:
        SettingsError: A file that is no YAML, an unknown or missing key, a slug or key given
            twice; the message names file and key.
    """
    sources = [source for path in sorted(directory.glob("*.yaml")) for source in _read_family(path)]
    _refuse_repeated("key", (source.key for source in sources), directory)
    for host in {source.host for source in sources}:
        slugs = (slug for source in sources if source.host == host for slug in source.slugs)
        _refuse_repeated(f"slug of {host}", slugs, directory)
    return tuple(sorted(sources, key=lambda source: source.key))


def source_by_key(key: str) -> Source:
    """The source with this key.

    Raises:
        SettingsError: There is none.
    """
    for source in load_sources():
        if source.key == key:
            return source
    raise SettingsError(f"no source is called {key!r}", remedy="`svodka sources` lists them")


def _read_family(path: Path) -> Iterable[Source]:
    try:
        family = _Family.model_validate(load_yaml(path.read_text(encoding="utf-8")))
        shared = family.model_dump(exclude={"sources"})
        for short_key, entry in family.sources.items():
            key = short_key if short_key == family.family else f"{family.family}_{short_key}"
            yield Source(key=key, **shared, **entry.model_dump())
    except yaml.YAMLError as error:
        raise SettingsError(f"{path.name}: not readable as YAML: {error}") from error
    except ValidationError as error:
        raise SettingsError(_explain(path, error), remedy="docs/add-a-source.md lists the keys") from error


def _explain(path: Path, error: ValidationError) -> str:
    faults = (
        f"{'.'.join(map(str, fault['loc'])) or 'whole entry'}: {fault['msg']}" for fault in error.errors()
    )
    return f"{path.name}: {'; '.join(faults)}"


def _refuse_repeated(what: str, values: Iterable[str], directory: Path) -> None:
    repeated = sorted(value for value, count in Counter(values).items() if count > 1)
    if repeated:
        raise SettingsError(f"{directory.name}: {what} given twice: {', '.join(repeated)}")
