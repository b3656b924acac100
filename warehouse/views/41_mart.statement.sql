-- A release that gives two different values for one indicator and period means two things by them; which is
-- which was not understood, so neither is compared with other releases.
CREATE VIEW mart.statement AS
WITH stated AS (
    SELECT
        *,
        min(signed_value) OVER same_release AS lowest_value,
        max(signed_value) OVER same_release AS highest_value,
        row_number() OVER (same_release ORDER BY char_start) AS mention_number
    FROM mart.indicator_fact
    WINDOW same_release AS (
        PARTITION BY indicator_id, period_start, period_end, kind, modality, compared_with, release_id
    )
)
SELECT
    indicator_id,
    ministry,
    subject,
    unit,
    per,
    measure,
    place,
    kind,
    modality,
    compared_with,
    period_start,
    period_end,
    period_grain,
    value,
    value_max,
    signed_value,
    qualifier,
    direction,
    published_on,
    url,
    fact_id,
    release_id,
    row_number() OVER chronology AS statement_number,
    count(*) OVER same_time AS statement_count,
    lag(signed_value) OVER chronology AS previous_signed_value,
    lag(value_max) OVER chronology AS previous_value_max,
    lag(qualifier) OVER chronology AS previous_qualifier,
    lag(published_on) OVER chronology AS previous_published_on,
    lag(url) OVER chronology AS previous_url,
    lag(fact_id) OVER chronology AS previous_fact_id
FROM stated
WHERE lowest_value = highest_value AND mention_number = 1
WINDOW
    same_time AS (PARTITION BY indicator_id, period_start, period_end, kind, modality, compared_with),
    chronology AS (
        PARTITION BY indicator_id, period_start, period_end, kind, modality, compared_with
        ORDER BY published_on NULLS FIRST, published_at NULLS FIRST, release_id
    );

COMMENT ON VIEW mart.statement IS 'What one release says about one indicator and period, beside what the release before it said; releases that give several values for it are left out. Grain: indicator, period, kind, modality, base of comparison and release.';
COMMENT ON COLUMN mart.statement.indicator_id IS 'The indicator (mart.indicator).';
COMMENT ON COLUMN mart.statement.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.statement.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN mart.statement.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN mart.statement.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN mart.statement.measure IS 'level or change.';
COMMENT ON COLUMN mart.statement.place IS 'Territory that the number describes; null when not stated.';
COMMENT ON COLUMN mart.statement.kind IS 'What sort of number it is.';
COMMENT ON COLUMN mart.statement.modality IS 'actual or planned.';
COMMENT ON COLUMN mart.statement.compared_with IS 'The stated base of a comparison; null when none is stated.';
COMMENT ON COLUMN mart.statement.period_start IS 'First day of the time that the number describes.';
COMMENT ON COLUMN mart.statement.period_end IS 'Last day of that time, inclusive.';
COMMENT ON COLUMN mart.statement.period_grain IS 'Calendar unit of the period.';
COMMENT ON COLUMN mart.statement.value IS 'The number as stated; the lower end of a range.';
COMMENT ON COLUMN mart.statement.value_max IS 'The upper end of a range; null when it is none.';
COMMENT ON COLUMN mart.statement.signed_value IS 'value, negative when the direction is down.';
COMMENT ON COLUMN mart.statement.qualifier IS 'How the writer bounds the number.';
COMMENT ON COLUMN mart.statement.direction IS 'Which way a change went: up or down; null for a level.';
COMMENT ON COLUMN mart.statement.published_on IS 'Date of publication of the release; null when not known.';
COMMENT ON COLUMN mart.statement.url IS 'Public URL of the release; null when it has none.';
COMMENT ON COLUMN mart.statement.fact_id IS 'The first mention in the release (main.facts).';
COMMENT ON COLUMN mart.statement.release_id IS 'The release (main.releases).';
COMMENT ON COLUMN mart.statement.statement_number IS 'Place among the releases that state it, by publication, from 1.';
COMMENT ON COLUMN mart.statement.statement_count IS 'Number of releases that state it.';
COMMENT ON COLUMN mart.statement.previous_signed_value IS 'signed_value in the release before; null in the first one.';
COMMENT ON COLUMN mart.statement.previous_value_max IS 'value_max in the release before; null in the first one.';
COMMENT ON COLUMN mart.statement.previous_qualifier IS 'qualifier in the release before; null in the first one.';
COMMENT ON COLUMN mart.statement.previous_published_on IS 'Date of publication of the release before; null in the first one.';
COMMENT ON COLUMN mart.statement.previous_url IS 'Public URL of the release before; null in the first one.';
COMMENT ON COLUMN mart.statement.previous_fact_id IS 'fact_id in the release before; null in the first one.';
