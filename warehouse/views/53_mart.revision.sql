CREATE VIEW mart.revision AS
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
    previous_signed_value,
    signed_value,
    signed_value - previous_signed_value AS difference,
    round(
        100 * (signed_value - previous_signed_value)::DOUBLE / nullif(abs(previous_signed_value), 0)::DOUBLE, 2
    ) AS difference_percent,
    previous_value_max,
    value_max,
    previous_qualifier,
    qualifier,
    previous_published_on,
    published_on,
    previous_url,
    url,
    previous_fact_id,
    fact_id
FROM mart.statement
WHERE statement_number > 1
  AND (signed_value <> previous_signed_value OR value_max IS DISTINCT FROM previous_value_max);

COMMENT ON VIEW mart.revision IS 'Another number stated by a later release for the same indicator and period. Look at the qualifiers: "более 18 тыс." and 18 123 do not contradict. Grain: later statement.';
COMMENT ON COLUMN mart.revision.indicator_id IS 'The indicator (mart.indicator).';
COMMENT ON COLUMN mart.revision.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.revision.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN mart.revision.place IS 'Territory that the number describes; null when not stated.';
COMMENT ON COLUMN mart.revision.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN mart.revision.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN mart.revision.measure IS 'level or change.';
COMMENT ON COLUMN mart.revision.modality IS 'actual or planned.';
COMMENT ON COLUMN mart.revision.period_start IS 'First day of the time that the number describes.';
COMMENT ON COLUMN mart.revision.period_end IS 'Last day of that time, inclusive.';
COMMENT ON COLUMN mart.revision.previous_signed_value IS 'The number in the release before, negative when the direction is down.';
COMMENT ON COLUMN mart.revision.signed_value IS 'The number in the later release, negative when the direction is down.';
COMMENT ON COLUMN mart.revision.difference IS 'signed_value less previous_signed_value.';
COMMENT ON COLUMN mart.revision.difference_percent IS 'difference in percent of the previous number; null when that is zero.';
COMMENT ON COLUMN mart.revision.previous_value_max IS 'Upper end of a range in the release before; null when it is none.';
COMMENT ON COLUMN mart.revision.value_max IS 'Upper end of a range in the later release; null when it is none.';
COMMENT ON COLUMN mart.revision.previous_qualifier IS 'How the release before bounds the number.';
COMMENT ON COLUMN mart.revision.qualifier IS 'How the later release bounds the number.';
COMMENT ON COLUMN mart.revision.previous_published_on IS 'Date of the release before; null when not known.';
COMMENT ON COLUMN mart.revision.published_on IS 'Date of the later release; null when not known.';
COMMENT ON COLUMN mart.revision.previous_url IS 'Public URL of the release before; null when it has none.';
COMMENT ON COLUMN mart.revision.url IS 'Public URL of the later release; null when it has none.';
COMMENT ON COLUMN mart.revision.previous_fact_id IS 'The fact in the release before (main.facts).';
COMMENT ON COLUMN mart.revision.fact_id IS 'The fact in the later release (main.facts).';
