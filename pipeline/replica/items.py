"""The fields an item has in the site's answers, shared by GraphQL and REST.

Belongs here: field names and the values nobody edits. Does not belong here: choosing items
(`store`) and the envelope around them.
"""

from pipeline.replica.fixtures import ReleaseText
from pipeline.replica.store import slugs_of

# What a payload calls itself must not depend on the port, or every start would yield new payloads.
CANONICAL_BASE_URL = "http://replica.test"


def news_item(text: ReleaseText) -> dict[str, object]:
    """A release as lists and details show it; the id is a number here."""
    return {
        "id": text.front.id,
        "title": text.front.title,
        "slug": str(text.front.id),
        "body": text.body,
        "short_description": text.front.short_description,
        "created_date": text.front.created_date,
        "heropic": "",
        "alt_image": None,
        "hint": None,
        "comments_on": False,
        "projects": list(slugs_of(text)),
        "directions": [],
    }


def document_item(text: ReleaseText, publisher: str) -> dict[str, object]:
    """A document as lists and details show it; its file lies under `/uploads/`."""
    return {
        "id": text.front.id,
        "title": text.front.title,
        "created_date": text.front.created_date,
        "content": text.body,
        "full_text": [{"document": document_path(text)}],
        "other_files": [],
        "type": {"title": "Документ", "slug": "document"},
        "gosorgan": {"items": [{"project_name": publisher}]},
        "activities": {"items": []},
        "adilet": None,
    }


def document_path(text: ReleaseText) -> str:
    """Where the file of a document lies."""
    return f"/uploads/documents/{text.front.id}.html"


def release_url(text: ReleaseText) -> str:
    """The public address of a release, the same whatever port the replica has."""
    path = f"/memleket/entities/{text.slug}/press/news/details/{text.front.id}"
    return f"{CANONICAL_BASE_URL}{path}?lang=ru"
