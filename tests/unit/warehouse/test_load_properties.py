"""Properties of the loads that hold for any rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.warehouse.builders import BODY, extraction, fact, fetch, release, version
from warehouse.load import load_extractions
from warehouse.migrate import migrate
from warehouse.rows import FactRow

TEXT = version(release(), fetch())
FactSlots = tuple[int, Decimal, str, str | None, tuple[str, ...]]

FACTS = st.lists(
    st.tuples(
        st.integers(0, len(BODY) - 1),
        st.decimals(min_value=0, max_value=10**15, places=9),
        st.sampled_from(["exact", "about", "over"]),
        st.none() | st.sampled_from(["KZT", "%"]),
        st.lists(st.sampled_from(["digits", "noun", "verb"]), max_size=3).map(tuple),
    ),
    unique_by=lambda slots: slots[0],
    max_size=12,
)


@pytest.fixture(scope="module")
def shared_connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as opened:
        migrate(opened)
        yield opened


def _facts(slots: list[FactSlots]) -> list[FactRow]:
    return [
        fact(
            TEXT,
            BODY[start],
            char_start=start,
            char_end=start + 1,
            value=value,
            qualifier=qualifier,
            unit=unit,
            evidence=evidence,
        )
        for start, value, qualifier, unit, evidence in slots
    ]


@settings(max_examples=25)
@given(before=FACTS, after=FACTS)
def test_whatever_was_stored_the_last_extraction_is_what_is_there(
    shared_connection: duckdb.DuckDBPyConnection, before: list[FactSlots], after: list[FactSlots]
) -> None:
    old, new = _facts(before), _facts(after)
    load_extractions(shared_connection, [extraction(TEXT)], old, [], [])

    counts = load_extractions(shared_connection, [extraction(TEXT)], new, [], [])

    old_by_id = {row.fact_id: row for row in old}
    new_by_id = {row.fact_id: row for row in new}
    kept = old_by_id.keys() & new_by_id.keys()
    assert (counts.added, counts.deleted) == (len(new_by_id) - len(kept), len(old_by_id) - len(kept))
    assert counts.changed == sum(old_by_id[key] != new_by_id[key] for key in kept)
    stored = shared_connection.execute("FROM core.fact ORDER BY char_start").fetchall()
    expected = sorted(new, key=lambda row: row.char_start)
    assert stored == [tuple(list(v) if isinstance(v, tuple) else v for v in astuple(row)) for row in expected]
    assert load_extractions(shared_connection, [extraction(TEXT)], new, [], []).is_unchanged
