"""Every query that README shows works on what a run against the replica publishes."""

import re

import pytest

from pipeline.settings import PROJECT_ROOT, Settings
from warehouse.connection import open_reader

README = PROJECT_ROOT / "README.md"
QUERIES = re.findall(r"^```sql\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_readme_shows_six_queries_on_the_views_an_analyst_would_try_first() -> None:
    assert len(QUERIES) == 6
    tables = {name for query in QUERIES for name in re.findall(r"FROM (\w+)", query)}
    assert tables == {"facts", "releases", "series", "revisions"}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("FROM ")[1].split()[0])
def test_a_query_of_readme_returns_rows(query: str, replica_settings: Settings) -> None:
    with open_reader(replica_settings.published_path) as connection:
        rows = connection.execute(query).fetchall()
    assert rows
    assert all(value is not None for value in rows[0][:2])
