CREATE VIEW mart.source_status AS
WITH fetched AS (
    SELECT
        payload.source,
        count(*) AS payload_count,
        max(payload.fetched_at) AS last_new_payload_at,
        count(*) FILTER (parsed.fetch_id IS NULL) AS unparsed_count
    FROM raw.fetch AS payload
    LEFT JOIN core.parsed_fetch AS parsed ON parsed.fetch_id = payload.fetch_id
    GROUP BY payload.source
),
released AS (
    SELECT
        source,
        min(ministry) AS ministry,
        count(*) AS release_count,
        count(duplicate_of) AS duplicate_count,
        max(published_on) AS last_published_on,
        sum(fact_count) FILTER (duplicate_of IS NULL) AS fact_count,
        sum(rejected_count) FILTER (duplicate_of IS NULL) AS rejected_count
    FROM main.releases
    GROUP BY source
),
troubled AS (
    SELECT source, count(*) AS problem_count
    FROM core.problem
    GROUP BY source
),
known AS (
    SELECT source FROM fetched
    UNION
    SELECT source FROM released
    UNION
    SELECT source FROM troubled
)
SELECT
    known.source,
    released.ministry,
    fetched.last_new_payload_at,
    released.last_published_on,
    coalesce(fetched.payload_count, 0) AS payload_count,
    coalesce(fetched.unparsed_count, 0) AS unparsed_count,
    coalesce(released.release_count, 0) AS release_count,
    coalesce(released.duplicate_count, 0) AS duplicate_count,
    coalesce(released.fact_count, 0)::BIGINT AS fact_count,
    coalesce(released.rejected_count, 0)::BIGINT AS rejected_count,
    coalesce(troubled.problem_count, 0) AS problem_count
FROM known
LEFT JOIN fetched ON fetched.source = known.source
LEFT JOIN released ON released.source = known.source
LEFT JOIN troubled ON troubled.source = known.source;

COMMENT ON VIEW mart.source_status IS 'State of every source that was ever fetched. Grain: source.';
COMMENT ON COLUMN mart.source_status.source IS 'Key of the source, such as kz_economy. Identifies the row.';
COMMENT ON COLUMN mart.source_status.ministry IS 'Name of the publishing ministry or body, in Russian; null before its first release.';
COMMENT ON COLUMN mart.source_status.last_new_payload_at IS 'When the source last gave something that we had not seen before; null when never.';
COMMENT ON COLUMN mart.source_status.last_published_on IS 'Date of its newest release; null when not known.';
COMMENT ON COLUMN mart.source_status.payload_count IS 'Number of distinct payloads in the raw zone.';
COMMENT ON COLUMN mart.source_status.unparsed_count IS 'Number of payloads that no parser has read yet.';
COMMENT ON COLUMN mart.source_status.release_count IS 'Number of releases, of every language, duplicates included.';
COMMENT ON COLUMN mart.source_status.duplicate_count IS 'Number of releases whose title and body another release had before.';
COMMENT ON COLUMN mart.source_status.fact_count IS 'Number of facts in current versions, without duplicates.';
COMMENT ON COLUMN mart.source_status.rejected_count IS 'Number of rejected numbers in current versions, without duplicates.';
COMMENT ON COLUMN mart.source_status.problem_count IS 'Number of records that were set aside (core.problem).';
