"""Scratch tables of one load: what of the incoming rows takes effect, and what it makes outdated.

Belongs here: the temporary tables that the statements in `deletions` and `merges` read beside the views
`incoming_<table>`. Does not belong here: changing a stored row.
"""

from typing import Final

# One payload, release or text may come several times in one load: its earliest sighting counts.
EARLIEST_FETCH: Final = """
CREATE OR REPLACE TEMP TABLE earliest_fetch AS
FROM incoming_fetch
QUALIFY row_number() OVER (PARTITION BY fetch_id ORDER BY fetched_at, warc_path, warc_offset) = 1
"""

EARLIEST_RELEASE: Final = """
CREATE OR REPLACE TEMP TABLE earliest_release AS
FROM incoming_release
QUALIFY row_number() OVER (PARTITION BY release_id ORDER BY first_fetched_at, source, first_url) = 1
"""

# New texts; other readings of the same payload or by another parser (the parser that ran last wins);
# earlier sightings by the same parser.
WINNING_RELEASE_VERSION: Final = """
CREATE OR REPLACE TEMP TABLE winning_release_version AS
SELECT incoming.*
FROM (
    FROM incoming_release_version
    QUALIFY row_number() OVER (PARTITION BY version_id ORDER BY fetched_at, fetch_id) = 1
) AS incoming
LEFT JOIN core.release_version AS stored ON stored.version_id = incoming.version_id
WHERE stored.version_id IS NULL
   OR (incoming IS DISTINCT FROM stored
       AND (incoming.parser_version <> stored.parser_version
            OR (incoming.fetched_at, incoming.fetch_id) <= (stored.fetched_at, stored.fetch_id)))
"""

# Texts that were read from a payload earlier and are not in what it gives now.
SUPERSEDED_VERSION: Final = """
CREATE OR REPLACE TEMP TABLE superseded_version AS
SELECT stored.version_id, stored.release_id
FROM core.release_version AS stored
SEMI JOIN incoming_parsed_fetch USING (fetch_id)
ANTI JOIN incoming_release_version USING (version_id)
"""

# Texts whose extraction goes: the superseded ones, and those whose text, date or language is now read
# differently (offsets and resolved periods would be wrong).
OUTDATED_EXTRACTION: Final = """
CREATE OR REPLACE TEMP TABLE outdated_extraction AS
SELECT version_id FROM superseded_version
UNION ALL
SELECT version_id
FROM winning_release_version AS incoming
JOIN core.release_version AS stored USING (version_id)
WHERE (incoming.body, incoming.published_on, incoming.language)
      IS DISTINCT FROM (stored.body, stored.published_on, stored.language)
"""

FETCH_TABLES: Final = (EARLIEST_FETCH,)
RELEASE_TABLES: Final = (EARLIEST_RELEASE, WINNING_RELEASE_VERSION, SUPERSEDED_VERSION, OUTDATED_EXTRACTION)

DROP_ALL: Final = """
DROP TABLE IF EXISTS temp.earliest_fetch;
DROP TABLE IF EXISTS temp.earliest_release;
DROP TABLE IF EXISTS temp.winning_release_version;
DROP TABLE IF EXISTS temp.superseded_version;
DROP TABLE IF EXISTS temp.outdated_extraction;
"""
