"""Reads the release files the replica serves: YAML front matter, then the HTML body untouched.

Belongs here: the file format and its strict reading. Does not belong here: which of the texts
a request gets (`store`) and in what shape (`graphql_api`, `rest`).

A file is `<slug>/<id>[.<lang>][.vN].html`. `<lang>` marks a copy of the release in another
language; `.vN` is the text the site shows from edition N on (no suffix means N = 1).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import SvodkaError
from pipeline.sources.strict_yaml import load_yaml

_FILE_NAME = re.compile(r"(?P<id>\d+)(?:\.(?P<language>ru|kk|en))?(?:\.v(?P<version>[1-9]\d*))?\.html")
_FRONT_MATTER = re.compile(r"---\r?\n(?P<yaml>.*?\n)---(?:\r?\n|\Z)(?P<body>.*)", re.DOTALL)

Language = Literal["ru", "kk", "en"]


class FixtureError(SvodkaError):
    """A fixture file that cannot be served."""


class ContentType(StrEnum):
    """What the site calls the kind of an item; the plural is the name in its API."""

    NEWS = "news"
    PRESS_RELEASE = "press_releases"
    DOCUMENT = "documents"


class FrontMatter(BaseModel):
    """What a fixture says about its text besides the body; unknown keys are refused.

    Attributes:
        id: The site's number of the item.
        title: The title as the API sends it, entities and all.
        created_date: The time exactly as the API sends it, None where it sends null.
        lang: Language of this text.
        also_under: Other slugs whose lists hold the same item.
        short_description: The lead as the API sends it.
        note: What the fixture shows, for readers of the file.
        content_type: Kind of the item.
        listed_twice: Whether lists hold another row with the same id: the other language
            copies if there are any, else this text once more.
        vanishes_in_edition: First edition of the site that no longer has the item.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: int
    title: str
    created_date: str | None
    lang: Language
    also_under: list[str] = Field(default=[])
    short_description: str | None = None
    note: str
    content_type: ContentType = Field(default=ContentType.NEWS, strict=False)
    listed_twice: bool = False
    vanishes_in_edition: int | None = None


@dataclass(frozen=True, slots=True)
class ReleaseText:
    """One text of a release: in one language, as shown from one edition on.

    Attributes:
        slug: The project whose folder holds the file.
        version: First edition that shows this text.
        is_copy: Whether it is a copy in another language than the release's own.
        body: The HTML after the front matter, character for character.
        front: The front matter.
    """

    slug: str
    version: int
    is_copy: bool
    body: str
    front: FrontMatter


def load_fixtures(folder: Path) -> tuple[ReleaseText, ...]:
    """Reads every release file below `folder`, in the order of their paths.

    Raises:
        FixtureError: The folder holds no release, or a file is not as the format wants it.
    """
    paths = sorted(folder.glob("*/*.html"))
    if not paths:
        raise FixtureError(f"no release files in {folder}", remedy="expected <slug>/<id>.html")
    texts = tuple(read_fixture(path) for path in paths)
    _refuse_contradictions(texts)
    return texts


def read_fixture(path: Path) -> ReleaseText:
    """Reads one release file.

    Raises:
        FixtureError: The name, the front matter or their agreement is wrong.
    """
    name = _FILE_NAME.fullmatch(path.name)
    if name is None:
        raise FixtureError(f"{path}: the name is not <id>[.<lang>][.vN].html")
    parts = _FRONT_MATTER.fullmatch(path.read_bytes().decode("utf-8"))
    if parts is None:
        raise FixtureError(f"{path}: no front matter between two lines '---'")
    front = _front_matter(path, parts["yaml"])
    if front.id != int(name["id"]):
        raise FixtureError(f"{path}: id {front.id} in the front matter is not the id in the file name")
    if name["language"] not in (None, front.lang):
        raise FixtureError(f"{path}: lang {front.lang} in the front matter is not the one in the file name")
    return ReleaseText(
        slug=path.parent.name,
        version=int(name["version"] or 1),
        is_copy=name["language"] is not None,
        body=parts["body"],
        front=front,
    )


def _front_matter(path: Path, text: str) -> FrontMatter:
    try:
        return FrontMatter.model_validate(load_yaml(text))
    except (yaml.YAMLError, ValidationError) as error:
        raise FixtureError(f"{path}: front matter: {error}") from error


def _refuse_contradictions(texts: tuple[ReleaseText, ...]) -> None:
    homes: dict[tuple[ContentType, int], str] = {}
    seen: set[tuple[ContentType, int, int, str | None]] = set()
    for text in texts:
        item = (text.front.content_type, text.front.id)
        home = homes.setdefault(item, text.slug)
        if home != text.slug:
            raise FixtureError(
                f"{item[0]} {item[1]} lies under {home} and {text.slug}", remedy="use also_under"
            )
        version = (*item, text.version, text.front.lang if text.is_copy else None)
        if version in seen:
            raise FixtureError(f"{item[0]} {item[1]}: two files for version {text.version}")
        seen.add(version)
