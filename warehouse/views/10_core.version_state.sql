CREATE VIEW core.version_state AS
WITH placed AS (
    SELECT
        version_id,
        release_id,
        row_number() OVER (PARTITION BY release_id ORDER BY fetched_at, fetch_id, version_id) AS version_number,
        count(*) OVER (PARTITION BY release_id) AS version_count,
        -- A language copy under the same id must not hide the Russian text that holds the facts.
        row_number() OVER (
            PARTITION BY release_id
            ORDER BY language = 'ru' DESC, fetched_at DESC, fetch_id DESC, version_id DESC
        ) = 1 AS is_current,
        first_value(release_id) OVER (
            PARTITION BY content_hash ORDER BY published_at NULLS LAST, fetched_at, release_id
        ) AS original_release_id
    FROM core.release_version
)
SELECT
    version_id,
    release_id,
    version_number,
    version_count,
    is_current,
    CASE WHEN original_release_id <> release_id THEN original_release_id END AS duplicate_of
FROM placed;

COMMENT ON VIEW core.version_state IS 'Where each text stands among the versions of its release and among equal texts of others. Grain: release version.';
COMMENT ON COLUMN core.version_state.version_id IS 'The text (core.release_version).';
COMMENT ON COLUMN core.version_state.release_id IS 'The release (core.release).';
COMMENT ON COLUMN core.version_state.version_number IS 'Place among the versions of the release in the order they were seen, from 1.';
COMMENT ON COLUMN core.version_state.version_count IS 'Number of versions of the release.';
COMMENT ON COLUMN core.version_state.is_current IS 'Whether it is the newest Russian version of its release, or its newest version where none is Russian.';
COMMENT ON COLUMN core.version_state.duplicate_of IS 'release_id of the earliest published release with the same title and body; null when it is this one.';
