"""Words that a parser lets hang on each other: one of them becomes the root, and a tree remains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.syntax import cycle_breaks


@pytest.mark.parametrize(
    ("heads", "breaks"),
    [
        ([], []),
        ([0], []),
        ([1, 1, 1], []),
        ([1, 0], [0]),
        ([1, 2, 1], [1]),
        ([2, 2, 3, 4, 2], [2]),
        ([1, 0, 3, 2], [0, 2]),
        ([4, 0, 1, 2, 3], [0]),
    ],
)
def test_the_first_word_of_each_cycle_is_named(heads: list[int], breaks: list[int]) -> None:
    assert cycle_breaks(heads) == breaks


@given(st.integers(1, 40).flatmap(lambda n: st.lists(st.integers(0, n - 1), min_size=n, max_size=n)))
def test_what_remains_is_a_tree(heads: list[int]) -> None:
    for index in cycle_breaks(heads):
        heads[index] = index
    for index in range(len(heads)):
        for _ in heads:
            index = heads[index]  # noqa: PLW2901 - the walk upwards
        assert heads[index] == index
