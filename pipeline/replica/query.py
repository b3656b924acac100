"""The site's little query language: `eq:economy`, `created_date:desc`, pages and sizes.

Belongs here: reading the arguments of a list. Does not belong here: answering it (`store`).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

DEFAULT_PAGE_SIZE = 10
# The site orders by instants; a time without an offset is read as Astana's.
ASTANA = timezone(timedelta(hours=5))


class QueryError(ValueError):
    """A filter, order or page that the site cannot understand."""


@dataclass(frozen=True, slots=True)
class ProjectFilter:
    """A condition on the slug of the publishing body.

    Attributes:
        operator: `eq` or `contains`.
        value: What the slug is, or what it contains.
    """

    operator: str
    value: str

    def matches(self, slug: str) -> bool:
        """Whether a project with this slug passes."""
        return slug == self.value if self.operator == "eq" else self.value in slug


def parse_project_filter(argument: str, *, bare_is_eq: bool = False) -> ProjectFilter:
    """Reads `eq:<slug>` or `contains:<slug>`; the operator's case does not matter.

    Args:
        argument: The argument as sent.
        bare_is_eq: Whether a slug without an operator is understood, as REST does.

    Raises:
        QueryError: Another operator, or none.
    """
    operator, colon, value = argument.partition(":")
    if not colon and bare_is_eq:
        return ProjectFilter("eq", argument)
    if operator.lower() not in {"eq", "contains"} or not value:
        raise QueryError(f"projects: cannot understand {argument!r}")
    return ProjectFilter(operator.lower(), value)


def parse_newest_first(argument: str) -> bool:
    """Reads `created_date:desc` or `created_date:asc`, in any case of the direction.

    Raises:
        QueryError: Another field or direction.
    """
    field, _, direction = argument.partition(":")
    if field != "created_date" or direction.lower() not in {"asc", "desc"}:
        raise QueryError(f"sort: cannot understand {argument!r}")
    return direction.lower() == "desc"


def page_slice(*, page: int | None, size: int | None) -> slice:
    """The part of a list that a page shows; pages count from 1, page 0 is the first one too.

    Raises:
        QueryError: A negative page, or a size below 1.
    """
    number = 1 if page is None else page
    length = DEFAULT_PAGE_SIZE if size is None else size
    if number < 0 or length < 1:
        raise QueryError(f"cannot serve page {page} of size {size}")
    start = (max(1, number) - 1) * length
    return slice(start, start + length)


def preferred_language(header: str | None) -> str | None:
    """The language an `Accept-Language` header asks for first, None where the site knows none of it."""
    first = (header or "").split(",")[0].split(";")[0].strip().lower()
    primary = first.split("-")[0]
    return primary if primary in {"ru", "kk", "en"} else None


def instant(created_date: str | None) -> datetime | None:
    """The time a `created_date` stands for, None if it has none that can be read."""
    try:
        moment = datetime.fromisoformat(created_date or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=ASTANA)
