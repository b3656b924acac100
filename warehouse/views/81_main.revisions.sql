-- The plain name of mart.revision.
CREATE VIEW main.revisions AS
SELECT * FROM mart.revision;

COMMENT ON VIEW main.revisions IS 'Another number stated by a later release for the same indicator and period. Look at the qualifiers: "более 18 тыс." and 18 123 do not contradict. Grain: later statement.';
COMMENT ON COLUMN main.revisions.indicator_id IS 'The indicator (mart.indicator).';
COMMENT ON COLUMN main.revisions.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN main.revisions.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN main.revisions.place IS 'Territory that the number describes; null when not stated.';
COMMENT ON COLUMN main.revisions.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN main.revisions.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN main.revisions.measure IS 'level or change.';
COMMENT ON COLUMN main.revisions.modality IS 'actual or planned.';
COMMENT ON COLUMN main.revisions.period_start IS 'First day of the time that the number describes.';
COMMENT ON COLUMN main.revisions.period_end IS 'Last day of that time, inclusive.';
COMMENT ON COLUMN main.revisions.previous_signed_value IS 'The number in the release before, negative when the direction is down.';
COMMENT ON COLUMN main.revisions.signed_value IS 'The number in the later release, negative when the direction is down.';
COMMENT ON COLUMN main.revisions.difference IS 'signed_value less previous_signed_value.';
COMMENT ON COLUMN main.revisions.difference_percent IS 'difference in percent of the previous number; null when that is zero.';
COMMENT ON COLUMN main.revisions.previous_value_max IS 'Upper end of a range in the release before; null when it is none.';
COMMENT ON COLUMN main.revisions.value_max IS 'Upper end of a range in the later release; null when it is none.';
COMMENT ON COLUMN main.revisions.previous_qualifier IS 'How the release before bounds the number.';
COMMENT ON COLUMN main.revisions.qualifier IS 'How the later release bounds the number.';
COMMENT ON COLUMN main.revisions.previous_published_on IS 'Date of the release before; null when not known.';
COMMENT ON COLUMN main.revisions.published_on IS 'Date of the later release; null when not known.';
COMMENT ON COLUMN main.revisions.previous_url IS 'Public URL of the release before; null when it has none.';
COMMENT ON COLUMN main.revisions.url IS 'Public URL of the later release; null when it has none.';
COMMENT ON COLUMN main.revisions.previous_fact_id IS 'The fact in the release before (main.facts).';
COMMENT ON COLUMN main.revisions.fact_id IS 'The fact in the later release (main.facts).';
