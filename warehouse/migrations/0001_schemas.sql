-- The schemas and what each is for. DuckDB cannot comment on a schema, so the descriptions are rows.

CREATE SCHEMA raw;
CREATE SCHEMA core;
CREATE SCHEMA mart;

CREATE TABLE meta.schema_description (
    schema_name VARCHAR NOT NULL,
    description VARCHAR NOT NULL
);
COMMENT ON TABLE meta.schema_description IS 'What each schema is for: one row per schema (DuckDB has no comments on schemas).';
COMMENT ON COLUMN meta.schema_description.schema_name IS 'Name of the schema.';
COMMENT ON COLUMN meta.schema_description.description IS 'What the schema holds and for whom.';

INSERT INTO meta.schema_description VALUES
    ('main', 'Start here: views with plain names for analysis (facts, releases, series, revisions).'),
    ('mart', 'Derived views: indicators, series, restatements, revisions, totals against parts, coverage, state of the sources.'),
    ('core', 'What was read: releases, their versions, facts, rejected numbers, problems. Written by the pipeline only.'),
    ('raw', 'Index of the raw zone: which WARC file holds the payload of which request. Written by the pipeline only.'),
    ('meta', 'Bookkeeping of the warehouse itself: applied migrations, descriptions of the schemas.');
