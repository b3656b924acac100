"""The bodies that `projectdetails` lists: slug and name.

Belongs here: names for slugs. Does not belong here: where the names are kept
(`pipeline.sources.registry`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.sources.registry import load_sources


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


def registered_projects() -> tuple[Project, ...]:
    """The bodies of www.gov.kz that the registry knows."""
    return tuple(
        Project(source.slug, {"ru": source.names.ru, "en": source.names.en})
        for source in load_sources()
        if source.host == "www.gov.kz"
    )


def with_unregistered(projects: Iterable[Project], slugs: Iterable[str]) -> tuple[Project, ...]:
    """The registered bodies and one without a name for each other slug, by slug."""
    known = {project.slug: project for project in projects}
    return tuple(known.get(slug) or Project(slug, {}) for slug in sorted({*known, *slugs}))
