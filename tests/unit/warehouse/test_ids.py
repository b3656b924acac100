"""Stable ids."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.ids import stable_hash

PARTS = st.lists(st.text(st.characters(exclude_characters="\x1f", codec="utf-8")), min_size=1, max_size=4)


def test_the_id_of_a_release_is_the_documented_hash() -> None:
    joined = "www.gov.kz\x1fnews\x1f1092413"

    assert stable_hash("www.gov.kz", "news", "1092413") == hashlib.sha256(joined.encode()).hexdigest()[:32]


def test_an_id_never_changes_between_versions_of_the_program() -> None:
    assert stable_hash("www.gov.kz", "news", "1092413") == "545e005f3fd263c2696fdea612fce573"


@given(PARTS, PARTS)
def test_different_parts_give_different_ids(first: list[str], second: list[str]) -> None:
    assert (stable_hash(*first) == stable_hash(*second)) == (first == second)


def test_no_part_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        stable_hash()


def test_a_part_that_could_be_two_is_refused() -> None:
    with pytest.raises(ValueError, match=r"holds the separator U\+001F: 'a\\x1fb'"):
        stable_hash("a\x1fb")
