CREATE VIEW mart.series AS
SELECT
    indicator_id,
    ministry,
    subject,
    place,
    unit,
    per,
    measure,
    modality,
    kind,
    compared_with,
    period_start,
    period_end,
    period_grain,
    value,
    value_max,
    signed_value,
    qualifier,
    direction,
    statement_count,
    published_on,
    url,
    fact_id
FROM mart.statement
WHERE statement_number = statement_count;

COMMENT ON VIEW mart.series IS 'The indicators over time: for each period the newest statement. Order one indicator_id by period_end. Grain: indicator, period, kind, modality and base of comparison.';
COMMENT ON COLUMN mart.series.indicator_id IS 'The indicator (mart.indicator).';
COMMENT ON COLUMN mart.series.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.series.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN mart.series.place IS 'Territory that the number describes; null when not stated.';
COMMENT ON COLUMN mart.series.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN mart.series.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN mart.series.measure IS 'level or change.';
COMMENT ON COLUMN mart.series.modality IS 'actual or planned.';
COMMENT ON COLUMN mart.series.kind IS 'What sort of number it is.';
COMMENT ON COLUMN mart.series.compared_with IS 'The stated base of a comparison; null when none is stated.';
COMMENT ON COLUMN mart.series.period_start IS 'First day of the time that the number describes.';
COMMENT ON COLUMN mart.series.period_end IS 'Last day of that time, inclusive.';
COMMENT ON COLUMN mart.series.period_grain IS 'Calendar unit of the period.';
COMMENT ON COLUMN mart.series.value IS 'The number as stated last; the lower end of a range.';
COMMENT ON COLUMN mart.series.value_max IS 'The upper end of a range; null when it is none.';
COMMENT ON COLUMN mart.series.signed_value IS 'value, negative when the direction is down: what to plot.';
COMMENT ON COLUMN mart.series.qualifier IS 'How the writer bounds the number.';
COMMENT ON COLUMN mart.series.direction IS 'Which way a change went: up or down; null for a level.';
COMMENT ON COLUMN mart.series.statement_count IS 'Number of releases that state it.';
COMMENT ON COLUMN mart.series.published_on IS 'Date of the newest of them; null when not known.';
COMMENT ON COLUMN mart.series.url IS 'Public URL of the newest of them; null when it has none.';
COMMENT ON COLUMN mart.series.fact_id IS 'The fact in the newest of them (main.facts).';
