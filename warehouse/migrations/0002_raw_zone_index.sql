-- The index of the raw zone: where each distinct payload lies. The payloads themselves are in the WARC files.

CREATE TABLE raw.warc_file (
    warc_path VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    record_count INTEGER NOT NULL,
    first_fetched_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE raw.warc_file IS 'One row per WARC file of the raw zone that holds at least one payload seen for the first time. Grain: file.';
COMMENT ON COLUMN raw.warc_file.warc_path IS 'Path of the file, relative to the raw folder, with forward slashes. Identifies the row.';
COMMENT ON COLUMN raw.warc_file.source IS 'Key of the source the file was fetched from, such as kz_economy.';
COMMENT ON COLUMN raw.warc_file.run_id IS 'The run that wrote the file.';
COMMENT ON COLUMN raw.warc_file.sha256 IS 'SHA-256 of the whole file, hexadecimal. A file of the raw zone never changes.';
COMMENT ON COLUMN raw.warc_file.record_count IS 'Number of WARC records in the file, of every type.';
COMMENT ON COLUMN raw.warc_file.first_fetched_at IS 'Time of the earliest response in the file.';

CREATE TABLE raw.fetch (
    fetch_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    adapter VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    request_body VARCHAR,
    status INTEGER,
    content_type VARCHAR,
    fetched_at TIMESTAMPTZ NOT NULL,
    payload_digest VARCHAR NOT NULL,
    payload_bytes BIGINT NOT NULL,
    warc_path VARCHAR NOT NULL,
    warc_offset BIGINT NOT NULL,
    warc_record_id VARCHAR NOT NULL
);
COMMENT ON TABLE raw.fetch IS 'One row per distinct payload of a request, as first seen. The same payload fetched again adds no row. Grain: request and payload.';
COMMENT ON COLUMN raw.fetch.fetch_id IS 'Stable hash of source, request (method, canonical URL, request body) and payload digest. Identifies the row.';
COMMENT ON COLUMN raw.fetch.source IS 'Key of the source, such as kz_economy.';
COMMENT ON COLUMN raw.fetch.family IS 'Family of sites the source belongs to, such as kz.';
COMMENT ON COLUMN raw.fetch.adapter IS 'Adapter that made the request and can read the payload, such as govkz.';
COMMENT ON COLUMN raw.fetch.url IS 'Canonical URL of the request.';
COMMENT ON COLUMN raw.fetch.method IS 'HTTP method of the request.';
COMMENT ON COLUMN raw.fetch.request_body IS 'Body of the request as sent; null when there was none.';
COMMENT ON COLUMN raw.fetch.status IS 'HTTP status of the response; null for a payload that did not come over HTTP.';
COMMENT ON COLUMN raw.fetch.content_type IS 'Content type of the response as sent; null when none was sent.';
COMMENT ON COLUMN raw.fetch.fetched_at IS 'When this payload was first received.';
COMMENT ON COLUMN raw.fetch.payload_digest IS 'Digest of the payload.';
COMMENT ON COLUMN raw.fetch.payload_bytes IS 'Size of the payload in bytes, decoded.';
COMMENT ON COLUMN raw.fetch.warc_path IS 'File of the raw zone that holds the payload (raw.warc_file).';
COMMENT ON COLUMN raw.fetch.warc_offset IS 'Offset of the compressed record in that file, in bytes.';
COMMENT ON COLUMN raw.fetch.warc_record_id IS 'WARC-Record-ID of the record.';
