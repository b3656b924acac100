-- The ledger: what this database was made from. Made before the first migration.

CREATE SCHEMA meta;
CREATE TABLE meta.migration (
    number INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE meta.migration IS 'The ledger: one row per migration that this database has. Grain: migration.';
COMMENT ON COLUMN meta.migration.number IS 'Place in the order, from 1 without gaps. Identifies the row.';
COMMENT ON COLUMN meta.migration.name IS 'Name of the file in warehouse/migrations.';
COMMENT ON COLUMN meta.migration.checksum IS 'SHA-256 of the file as applied, hexadecimal; a file that was edited since is refused.';
COMMENT ON COLUMN meta.migration.applied_at IS 'When it was applied to this database.';

CREATE TABLE meta.view_file (
    view_name VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL
);
COMMENT ON TABLE meta.view_file IS 'One row per view that was made from a file, with what it was made from. Grain: view.';
COMMENT ON COLUMN meta.view_file.view_name IS 'Schema and name of the view. Identifies the row.';
COMMENT ON COLUMN meta.view_file.checksum IS 'SHA-256 of the file in warehouse/views, hexadecimal.';
