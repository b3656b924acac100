-- What could not be handled, kept with its raw record: a log line alone would lose it.

CREATE TABLE core.problem (
    problem_id VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    fetch_id VARCHAR,
    version_id VARCHAR,
    kind VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    record VARCHAR,
    detected_in VARCHAR NOT NULL
);
COMMENT ON TABLE core.problem IS 'One row per record that a stage could not handle and set aside. Parsing or extracting again replaces its rows. Grain: record and kind.';
COMMENT ON COLUMN core.problem.problem_id IS 'Stable hash of what identifies the problem. Identifies the row.';
COMMENT ON COLUMN core.problem.stage IS 'Stage that met it: parse or extract.';
COMMENT ON COLUMN core.problem.source IS 'Key of the source, such as kz_economy.';
COMMENT ON COLUMN core.problem.fetch_id IS 'The payload it was met in (raw.fetch); null for a problem of extraction.';
COMMENT ON COLUMN core.problem.version_id IS 'The text it was met in (core.release_version); null for a problem of parsing.';
COMMENT ON COLUMN core.problem.kind IS 'Short name of the kind of problem.';
COMMENT ON COLUMN core.problem.message IS 'What is wrong, with the value and what to do.';
COMMENT ON COLUMN core.problem.record IS 'The raw record that was set aside; null when it is the whole payload or text.';
COMMENT ON COLUMN core.problem.detected_in IS 'Version of the parser or extractor that met it.';
