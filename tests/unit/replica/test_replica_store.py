from dataclasses import replace

import pytest

from pipeline.replica.fixtures import ContentType
from pipeline.replica.query import ProjectFilter
from pipeline.replica.store import ReleaseStore

ECONOMY = ProjectFilter("eq", "economy")
MINFIN = ProjectFilter("eq", "minfin")


def ids(store: ReleaseStore, projects: ProjectFilter, *, edition: int = 1) -> list[int]:
    rows = store.listing(ContentType.NEWS, edition=edition, projects=projects, language="ru")
    return [row.front.id for row in rows]


def title(store: ReleaseStore, number: int, *, edition: int = 1, language: str | None = "ru") -> str | None:
    text = store.find(ContentType.NEWS, number, edition=edition, language=language)
    return text.front.title if text else None


def test_list_is_ordered_by_instant_with_undated_rows_last(store: ReleaseStore) -> None:
    assert ids(store, ECONOMY) == [1001, 1003, 1002, 1004, 1004]

    oldest_first = store.listing(ContentType.NEWS, edition=1, projects=ECONOMY, newest_first=False)
    assert [row.front.id for row in oldest_first] == [1002, 1003, 1001, 1004, 1004]


def test_release_is_listed_under_each_of_its_slugs(store: ReleaseStore) -> None:
    assert 1003 in ids(store, ECONOMY)
    assert ids(store, MINFIN) == [1003]


def test_contains_matches_more_than_one_project(store: ReleaseStore) -> None:
    assert ids(store, ProjectFilter("contains", "minfin")) == [1008, 1003]


def test_second_edition_shows_edits_and_new_releases_and_drops_vanished_ones(store: ReleaseStore) -> None:
    assert ids(store, ECONOMY, edition=2) == [1001, 1002, 1004, 1004]
    assert ids(store, MINFIN, edition=2) == [1005]
    assert title(store, 1001) == "Рост&nbsp;ВВП  составил 6,3%"
    assert title(store, 1001, edition=2) == "Рост ВВП составил 6,4%"
    assert title(store, 1003, edition=2) is None
    assert title(store, 1005) is None


@pytest.mark.parametrize(
    ("release_id", "language", "start"),
    [
        (1001, "ru", "Рост"),
        (1001, "en", "GDP"),
        (1001, "kk", "Рост"),
        (1001, None, "GDP"),
        (1002, "ru", "Қазақстан"),
        (1003, None, "Об исполнении"),
    ],
)
def test_language_falls_back_item_by_item(
    store: ReleaseStore, release_id: int, language: str | None, start: str
) -> None:
    assert (title(store, release_id, language=language) or "").startswith(start)


def test_release_listed_twice_without_copies_is_repeated(store: ReleaseStore) -> None:
    rows = store.listing(ContentType.NEWS, edition=1, projects=ECONOMY, language="ru")

    undated = [row for row in rows if row.front.id == 1004]
    assert undated == [undated[0], undated[0]]


def test_release_listed_twice_shows_its_language_copies(store: ReleaseStore) -> None:
    own, english = (store.find(ContentType.NEWS, 1001, edition=1, language=lang) for lang in ("ru", "en"))
    assert own is not None
    assert english is not None
    twice = replace(own, front=own.front.model_copy(update={"listed_twice": True}))

    rows = ReleaseStore([twice, english]).listing(ContentType.NEWS, edition=1, language="ru")

    assert rows == [twice, english]


def test_content_types_are_apart(store: ReleaseStore) -> None:
    assert [row.front.id for row in store.listing(ContentType.PRESS_RELEASE, edition=1)] == [1006]
    assert [row.front.id for row in store.listing(ContentType.DOCUMENT, edition=1)] == [1007]


def test_slugs_are_all_under_which_something_is_listed(store: ReleaseStore) -> None:
    assert store.slugs == ("economy", "minfin", "minfin-astana")
