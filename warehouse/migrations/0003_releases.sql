-- What parsing makes of the payloads: releases and the versions of their text.

CREATE TABLE core.parsed_fetch (
    fetch_id VARCHAR NOT NULL,
    parser_version VARCHAR NOT NULL,
    release_count INTEGER NOT NULL,
    problem_count INTEGER NOT NULL
);
COMMENT ON TABLE core.parsed_fetch IS 'One row per payload that was parsed, by the parser that did it last. Grain: fetch.';
COMMENT ON COLUMN core.parsed_fetch.fetch_id IS 'The payload (raw.fetch). Identifies the row.';
COMMENT ON COLUMN core.parsed_fetch.parser_version IS 'Version of the parser; another version parses the payload again.';
COMMENT ON COLUMN core.parsed_fetch.release_count IS 'Number of releases found in the payload.';
COMMENT ON COLUMN core.parsed_fetch.problem_count IS 'Number of records of the payload that were set aside (core.problem).';

CREATE TABLE core.release (
    release_id VARCHAR NOT NULL,
    host VARCHAR NOT NULL,
    content_type VARCHAR NOT NULL,
    native_id VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    first_url VARCHAR,
    first_fetched_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE core.release IS 'One row per press release, whatever happened to its text. Grain: release.';
COMMENT ON COLUMN core.release.release_id IS 'Stable hash of host, content type and native id. Identifies the row.';
COMMENT ON COLUMN core.release.host IS 'Host that published the release.';
COMMENT ON COLUMN core.release.content_type IS 'Kind of publication as the site names it, such as news.';
COMMENT ON COLUMN core.release.native_id IS 'Id that the site gave the release.';
COMMENT ON COLUMN core.release.family IS 'Family of sites, such as kz.';
COMMENT ON COLUMN core.release.source IS 'Key of the source under which the release was first seen.';
COMMENT ON COLUMN core.release.publisher IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN core.release.first_url IS 'Public URL under which the release was first seen; null when it has none.';
COMMENT ON COLUMN core.release.first_fetched_at IS 'When the release was first seen.';

CREATE TABLE core.release_version (
    version_id VARCHAR NOT NULL,
    release_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    slug VARCHAR,
    publisher VARCHAR NOT NULL,
    url VARCHAR,
    title VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    published_at TIMESTAMPTZ,
    published_on DATE,
    published_zone VARCHAR,
    flags VARCHAR[] NOT NULL,
    fetch_id VARCHAR NOT NULL,
    fetched_at TIMESTAMPTZ NOT NULL,
    parser_version VARCHAR NOT NULL
);
COMMENT ON TABLE core.release_version IS 'One row per distinct text (title and body) of a release: an edited release has several. Grain: release and content.';
COMMENT ON COLUMN core.release_version.version_id IS 'Stable hash of release_id and content_hash. Identifies the row.';
COMMENT ON COLUMN core.release_version.release_id IS 'The release (core.release).';
COMMENT ON COLUMN core.release_version.content_hash IS 'SHA-256 of the normalised title and body, hexadecimal.';
COMMENT ON COLUMN core.release_version.source IS 'Key of the source under which this text was first seen.';
COMMENT ON COLUMN core.release_version.slug IS 'The site''s short name of the publisher, as in the URL; null when the site has none.';
COMMENT ON COLUMN core.release_version.publisher IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN core.release_version.url IS 'Public URL of the release; null when it has none.';
COMMENT ON COLUMN core.release_version.title IS 'Title as text.';
COMMENT ON COLUMN core.release_version.body IS 'Body as text: blocks separated by an empty line, list items start with "- ", table cells are separated by " | ". Offsets of facts count its characters.';
COMMENT ON COLUMN core.release_version.language IS 'Language of the text, ISO 639-1 (ru, kk, en), or und when it is not known.';
COMMENT ON COLUMN core.release_version.published_at IS 'When the release was published; null when the site gave no usable time.';
COMMENT ON COLUMN core.release_version.published_on IS 'Date of publication in the publisher''s own time zone; null when not known.';
COMMENT ON COLUMN core.release_version.published_zone IS 'Where the zone of published_at comes from: stated (by the site) or assumed (the publisher''s own); null without a time.';
COMMENT ON COLUMN core.release_version.flags IS 'What is unusual about the text: empty_body, stub_body, midnight_time, no_date, not_russian and others; empty when nothing is.';
COMMENT ON COLUMN core.release_version.fetch_id IS 'The payload that this text was first read from (raw.fetch).';
COMMENT ON COLUMN core.release_version.fetched_at IS 'When this text was first seen.';
COMMENT ON COLUMN core.release_version.parser_version IS 'Version of the parser that read it.';
