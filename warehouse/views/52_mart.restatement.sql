CREATE VIEW mart.restatement AS
SELECT
    indicator_id,
    ministry,
    subject,
    place,
    unit,
    per,
    measure,
    modality,
    period_start,
    period_end,
    value,
    value_max,
    direction,
    qualifier,
    previous_qualifier,
    published_on,
    previous_published_on,
    url,
    previous_url,
    fact_id,
    previous_fact_id
FROM mart.statement
WHERE statement_number > 1
  AND signed_value = previous_signed_value
  AND value_max IS NOT DISTINCT FROM previous_value_max;

COMMENT ON VIEW mart.restatement IS 'The same number stated again by a later release for the same indicator and period. Grain: later statement.';
COMMENT ON COLUMN mart.restatement.indicator_id IS 'The indicator (mart.indicator).';
COMMENT ON COLUMN mart.restatement.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.restatement.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN mart.restatement.place IS 'Territory that the number describes; null when not stated.';
COMMENT ON COLUMN mart.restatement.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN mart.restatement.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN mart.restatement.measure IS 'level or change.';
COMMENT ON COLUMN mart.restatement.modality IS 'actual or planned.';
COMMENT ON COLUMN mart.restatement.period_start IS 'First day of the time that the number describes.';
COMMENT ON COLUMN mart.restatement.period_end IS 'Last day of that time, inclusive.';
COMMENT ON COLUMN mart.restatement.value IS 'The number, the same in both releases; the lower end of a range.';
COMMENT ON COLUMN mart.restatement.value_max IS 'The upper end of a range; null when it is none.';
COMMENT ON COLUMN mart.restatement.direction IS 'Which way a change went: up or down; null for a level.';
COMMENT ON COLUMN mart.restatement.qualifier IS 'How the later release bounds the number.';
COMMENT ON COLUMN mart.restatement.previous_qualifier IS 'How the release before bounds it.';
COMMENT ON COLUMN mart.restatement.published_on IS 'Date of the later release; null when not known.';
COMMENT ON COLUMN mart.restatement.previous_published_on IS 'Date of the release before; null when not known.';
COMMENT ON COLUMN mart.restatement.url IS 'Public URL of the later release; null when it has none.';
COMMENT ON COLUMN mart.restatement.previous_url IS 'Public URL of the release before; null when it has none.';
COMMENT ON COLUMN mart.restatement.fact_id IS 'The fact in the later release (main.facts).';
COMMENT ON COLUMN mart.restatement.previous_fact_id IS 'The fact in the release before (main.facts).';
