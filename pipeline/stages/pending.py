"""What is still to do: queries over what the earlier stages stored.

Belongs here: which rows a stage takes up, and the typed form it reads them in. Does not belong
here: doing it.
"""

from __future__ import annotations

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from pipeline.stages.text import Text
from warehouse.rows import FetchRow


@dataclass(frozen=True, slots=True)
class PendingText:
    """A release version that no extraction of this extractor and syntax exists of."""

    version_id: str
    source: str
    characters: int


def indexed_files(connection: DuckDBPyConnection) -> set[str]:
    """Paths of all WARC files that are indexed, relative to the raw zone."""
    rows = connection.execute("SELECT warc_path FROM raw.warc_file").fetchall()
    return {path for (path,) in rows}


def fetches_of(connection: DuckDBPyConnection, source: str) -> list[FetchRow]:
    """Every payload known of a source."""
    rows = connection.execute("FROM raw.fetch WHERE source = ?", [source]).fetchall()
    return [FetchRow(*row) for row in rows]


def unparsed_fetches(connection: DuckDBPyConnection, parser_version: str) -> list[FetchRow]:
    """Payloads that this parser has not read, oldest first."""
    rows = connection.execute(
        """
        FROM raw.fetch
        ANTI JOIN (FROM core.parsed_fetch WHERE parser_version = ?) USING (fetch_id)
        ORDER BY fetched_at, fetch_id
        """,
        [parser_version],
    ).fetchall()
    return [FetchRow(*row) for row in rows]


def unextracted_texts(
    connection: DuckDBPyConnection, extractor_version: str, syntax: str
) -> list[PendingText]:
    """Russian texts that this extractor has not read with this syntax provider, newest first."""
    rows = connection.execute(
        """
        SELECT version_id, source, length(body)
        FROM core.release_version
        ANTI JOIN (FROM core.extraction WHERE extractor_version = ? AND syntax = ?) USING (version_id)
        WHERE language = 'ru'
        ORDER BY published_on DESC NULLS LAST, version_id
        """,
        [extractor_version, syntax],
    ).fetchall()
    return [PendingText(*row) for row in rows]


def texts(connection: DuckDBPyConnection, version_ids: list[str]) -> list[Text]:
    """The texts of release versions, in no particular order."""
    rows = connection.execute(
        """
        SELECT version_id, source, body, published_on
        FROM core.release_version
        WHERE version_id IN (SELECT unnest(?::VARCHAR[]))
        """,
        [version_ids],
    ).fetchall()
    return [Text(*row) for row in rows]
