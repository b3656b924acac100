"""One MERGE statement per table: what happens to a row whose id is stored already.

Belongs here: which of two rows with one id wins. Does not belong here: transactions, deletions
and counting (`load`). Every statement reads a view named `incoming_<table>` and returns one
`merge_action` per row that it touched; a row that is the same already is not touched.

Rows that record a sighting (fetch, release, release version) keep the earliest one, whatever
order they come in, so that a rebuild from the raw zone gives the same rows.
"""

from typing import Final

WARC_FILE: Final = """
MERGE INTO raw.warc_file AS stored
USING incoming_warc_file AS incoming
ON stored.warc_path = incoming.warc_path
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

FETCH: Final = """
MERGE INTO raw.fetch AS stored
USING (
    FROM incoming_fetch
    QUALIFY row_number() OVER (PARTITION BY fetch_id ORDER BY fetched_at, warc_path, warc_offset) = 1
) AS incoming
ON stored.fetch_id = incoming.fetch_id
WHEN MATCHED AND (incoming.fetched_at, incoming.warc_path, incoming.warc_offset)
               < (stored.fetched_at, stored.warc_path, stored.warc_offset) THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

PARSED_FETCH: Final = """
MERGE INTO core.parsed_fetch AS stored
USING incoming_parsed_fetch AS incoming
ON stored.fetch_id = incoming.fetch_id
WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

RELEASE: Final = """
MERGE INTO core.release AS stored
USING (
    FROM incoming_release
    QUALIFY row_number() OVER (PARTITION BY release_id ORDER BY first_fetched_at, source, first_url) = 1
) AS incoming
ON stored.release_id = incoming.release_id
WHEN MATCHED AND stored IS DISTINCT FROM incoming
             AND (incoming.first_fetched_at, incoming.source, coalesce(incoming.first_url, ''))
              <= (stored.first_fetched_at, stored.source, coalesce(stored.first_url, '')) THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

# Which of the incoming versions take effect: new ones; other readings of the same payload or by another
# parser (the parser that ran last wins); earlier sightings by the same parser.
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

RELEASE_VERSION: Final = """
MERGE INTO core.release_version AS stored
USING winning_release_version AS incoming
ON stored.version_id = incoming.version_id
WHEN MATCHED THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

EXTRACTION: Final = """
MERGE INTO core.extraction AS stored
USING incoming_extraction AS incoming
ON stored.version_id = incoming.version_id
WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

FACT: Final = """
MERGE INTO core.fact AS stored
USING incoming_fact AS incoming
ON stored.fact_id = incoming.fact_id
WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

REJECTED_NUMBER: Final = """
MERGE INTO core.rejected_number AS stored
USING incoming_rejected_number AS incoming
ON stored.rejected_id = incoming.rejected_id
WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""

PROBLEM: Final = """
MERGE INTO core.problem AS stored
USING incoming_problem AS incoming
ON stored.problem_id = incoming.problem_id
WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
"""
