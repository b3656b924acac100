CREATE VIEW main.releases AS
SELECT
    version.publisher AS ministry,
    version.published_on,
    version.title,
    coalesce(extraction.fact_count, 0) AS fact_count,
    coalesce(extraction.rejected_count, 0) AS rejected_count,
    length(version.body) AS characters,
    version.url,
    version.language,
    state.duplicate_of,
    state.version_number,
    version.flags,
    version.source,
    release.host,
    release.native_id,
    version.published_at,
    version.published_zone,
    release.first_fetched_at,
    version.fetched_at,
    extraction.extractor_version,
    version.release_id,
    version.version_id,
    version.body
FROM core.release_version AS version
JOIN core.version_state AS state ON state.version_id = version.version_id
JOIN core.release AS release ON release.release_id = version.release_id
LEFT JOIN core.extraction AS extraction ON extraction.version_id = version.version_id
WHERE state.is_current;

COMMENT ON VIEW main.releases IS 'One row per press release, in its current version, with the number of facts found in it. Includes other languages and duplicates: filter on language and duplicate_of. Grain: release.';
COMMENT ON COLUMN main.releases.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN main.releases.published_on IS 'Date of publication in the publisher''s own time zone; null when not known.';
COMMENT ON COLUMN main.releases.title IS 'Title as text.';
COMMENT ON COLUMN main.releases.fact_count IS 'Number of facts found in the text; 0 when it has not been read for numbers (see extractor_version).';
COMMENT ON COLUMN main.releases.rejected_count IS 'Number of numbers in the text that state no fact.';
COMMENT ON COLUMN main.releases.characters IS 'Length of the body in characters.';
COMMENT ON COLUMN main.releases.url IS 'Public URL of the release; null when it has none.';
COMMENT ON COLUMN main.releases.language IS 'Language of the text, ISO 639-1 (ru, kk, en), or und when it is not known.';
COMMENT ON COLUMN main.releases.duplicate_of IS 'release_id of the earliest release with the same title and body; null when it is this one.';
COMMENT ON COLUMN main.releases.version_number IS 'Number of this version; over 1 means that the release was edited after we first saw it.';
COMMENT ON COLUMN main.releases.flags IS 'What is unusual about the text: empty_body, stub_body, midnight_time, no_date, not_russian and others; empty when nothing is.';
COMMENT ON COLUMN main.releases.source IS 'Key of the source, such as kz_economy.';
COMMENT ON COLUMN main.releases.host IS 'Host that published the release.';
COMMENT ON COLUMN main.releases.native_id IS 'Id that the site gave the release.';
COMMENT ON COLUMN main.releases.published_at IS 'When the release was published; null when the site gave no usable time.';
COMMENT ON COLUMN main.releases.published_zone IS 'Where the zone of published_at comes from: stated (by the site) or assumed (the publisher''s own); null without a time.';
COMMENT ON COLUMN main.releases.first_fetched_at IS 'When the release was first seen, in whatever version.';
COMMENT ON COLUMN main.releases.fetched_at IS 'When this version was first seen.';
COMMENT ON COLUMN main.releases.extractor_version IS 'Version of the extractor that read the text; null when none has (other languages, empty texts).';
COMMENT ON COLUMN main.releases.release_id IS 'Identifies the release (core.release).';
COMMENT ON COLUMN main.releases.version_id IS 'Identifies the version (core.release_version).';
COMMENT ON COLUMN main.releases.body IS 'Body as text; char_start and char_end of facts count its characters.';
