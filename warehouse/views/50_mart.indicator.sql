CREATE VIEW mart.indicator AS
SELECT
    indicator_id,
    ministry,
    min(subject) AS subject,
    unit,
    per,
    measure,
    place,
    min(place_code) AS place_code,
    mode(kind) AS kind,
    count(*) AS fact_count,
    count(DISTINCT release_id) AS release_count,
    count(DISTINCT (period_start, period_end)) AS period_count,
    min(period_start) AS first_period_start,
    max(period_end) AS last_period_end,
    max(published_on) AS last_published_on
FROM mart.indicator_fact
GROUP BY indicator_id, ministry, unit, per, measure, place;

COMMENT ON VIEW mart.indicator IS 'What makes facts of different releases comparable: one row per ministry, subject, unit, denominator, measure and place. Grain: indicator.';
COMMENT ON COLUMN mart.indicator.indicator_id IS 'Stable hash of what the grain names. Identifies the row.';
COMMENT ON COLUMN mart.indicator.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.indicator.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN mart.indicator.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN mart.indicator.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN mart.indicator.measure IS 'level or change.';
COMMENT ON COLUMN mart.indicator.place IS 'Territory that the numbers describe; null when not stated.';
COMMENT ON COLUMN mart.indicator.place_code IS 'ISO 3166 code of the place; null when not known.';
COMMENT ON COLUMN mart.indicator.kind IS 'What sort of number it mostly is.';
COMMENT ON COLUMN mart.indicator.fact_count IS 'Number of facts, planned ones included.';
COMMENT ON COLUMN mart.indicator.release_count IS 'Number of releases that state it.';
COMMENT ON COLUMN mart.indicator.period_count IS 'Number of different periods stated.';
COMMENT ON COLUMN mart.indicator.first_period_start IS 'First day of the earliest period.';
COMMENT ON COLUMN mart.indicator.last_period_end IS 'Last day of the latest period.';
COMMENT ON COLUMN mart.indicator.last_published_on IS 'Date of the newest release that states it; null when none has a date.';
