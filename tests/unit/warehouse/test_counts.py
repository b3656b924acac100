"""Counting what loads changed."""

from warehouse.counts import LoadCounts, LoadTally


def test_a_tally_adds_up_per_table_and_leaves_out_untouched_tables() -> None:
    tally = LoadTally()
    tally.note("core.fact", added=3, changed=1)
    tally.note("core.fact", deleted=2)
    tally.note("core.problem", added=0)

    counts = tally.counts()

    assert counts == LoadCounts(3, 1, 2, {"core.fact": LoadCounts(3, 1, 2)})
    assert not counts.is_unchanged


def test_two_loads_add_up_table_by_table() -> None:
    first = LoadCounts(2, 0, 0, {"core.fact": LoadCounts(2)})
    second = LoadCounts(1, 4, 5, {"core.fact": LoadCounts(0, 4), "raw.fetch": LoadCounts(1, 0, 5)})

    assert first + second == LoadCounts(
        3, 4, 5, {"core.fact": LoadCounts(2, 4), "raw.fetch": LoadCounts(1, 0, 5)}
    )


def test_nothing_is_unchanged() -> None:
    assert LoadCounts().is_unchanged
    assert (LoadCounts() + LoadCounts()).is_unchanged
