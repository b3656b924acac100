-- The plain name of mart.series.
CREATE VIEW main.series AS
SELECT * FROM mart.series;

COMMENT ON VIEW main.series IS 'The indicators over time: for each period the newest statement. Order one indicator_id by period_end. Grain: indicator, period, kind, modality and base of comparison.';
COMMENT ON COLUMN main.series.indicator_id IS 'The indicator (mart.indicator).';
COMMENT ON COLUMN main.series.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN main.series.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN main.series.place IS 'Territory that the number describes; null when not stated.';
COMMENT ON COLUMN main.series.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN main.series.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN main.series.measure IS 'level or change.';
COMMENT ON COLUMN main.series.modality IS 'actual or planned.';
COMMENT ON COLUMN main.series.kind IS 'What sort of number it is.';
COMMENT ON COLUMN main.series.compared_with IS 'The stated base of a comparison; null when none is stated.';
COMMENT ON COLUMN main.series.period_start IS 'First day of the time that the number describes.';
COMMENT ON COLUMN main.series.period_end IS 'Last day of that time, inclusive.';
COMMENT ON COLUMN main.series.period_grain IS 'Calendar unit of the period.';
COMMENT ON COLUMN main.series.value IS 'The number as stated last; the lower end of a range.';
COMMENT ON COLUMN main.series.value_max IS 'The upper end of a range; null when it is none.';
COMMENT ON COLUMN main.series.signed_value IS 'value, negative when the direction is down: what to plot.';
COMMENT ON COLUMN main.series.qualifier IS 'How the writer bounds the number.';
COMMENT ON COLUMN main.series.direction IS 'Which way a change went: up or down; null for a level.';
COMMENT ON COLUMN main.series.statement_count IS 'Number of releases that state it.';
COMMENT ON COLUMN main.series.published_on IS 'Date of the newest of them; null when not known.';
COMMENT ON COLUMN main.series.url IS 'Public URL of the newest of them; null when it has none.';
COMMENT ON COLUMN main.series.fact_id IS 'The fact in the newest of them (main.facts).';
