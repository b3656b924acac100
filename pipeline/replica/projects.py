"""The bodies that `projectdetails` lists: slug and name.

Belongs here: names for slugs. Does not belong here: where the names are kept
(`pipeline.sources.registry`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Project:
    """A publishing body of the site.

    Attributes:
        slug: Its key in the site's queries.
        names: Its name by language (`ru`, `kk`, `en`), possibly none.
    """

    slug: str
    names: Mapping[str, str]

    def name_in(self, language: str | None) -> str:
        """The name in a language, English if none was asked for, else Russian, else the slug."""
        return self.names.get(language or "en") or self.names.get("ru") or self.slug


def with_unregistered(projects: Iterable[Project], slugs: Iterable[str]) -> tuple[Project, ...]:
    """The registered bodies and one without a name for each other slug, by slug."""
    known = {project.slug: project for project in projects}
    return tuple(known.get(slug) or Project(slug, {}) for slug in sorted({*known, *slugs}))
