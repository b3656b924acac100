"""The releases of our own writing, as the replica reads them."""

from pipeline.replica.fixtures import ReleaseText
from pipeline.replica.query import instant
from pipeline.sources.registry import load_sources


def test_every_release_file_can_be_served(release_texts: tuple[ReleaseText, ...]) -> None:
    assert len({text.front.id for text in release_texts}) >= 40


def test_every_slug_stands_in_the_registry(release_texts: tuple[ReleaseText, ...]) -> None:
    known = {slug for source in load_sources() for slug in source.slugs}

    assert {slug for text in release_texts for slug in (text.slug, *text.front.also_under)} <= known


def test_every_date_is_a_time_that_can_be_read(release_texts: tuple[ReleaseText, ...]) -> None:
    dated = [text for text in release_texts if text.front.created_date is not None]

    assert [text.front.id for text in dated if instant(text.front.created_date) is None] == []
