-- A part of a total with the same subject ("23 тыс. организаций, из них 18 тыс. …") says nothing about
-- the subject as a whole, so it is no value of the indicator.
CREATE VIEW mart.indicator_fact AS
SELECT
    left(
        sha256(
            concat_ws(
                chr(31),
                fact.ministry,
                lower(fact.subject),
                coalesce(fact.unit, ''),
                coalesce(fact.per, ''),
                fact.measure,
                coalesce(fact.place, '')
            )
        ),
        32
    ) AS indicator_id,
    fact.ministry,
    fact.subject,
    fact.unit,
    fact.per,
    fact.measure,
    fact.place,
    fact.place_code,
    fact.kind,
    fact.modality,
    fact.compared_with,
    fact.period_start,
    fact.period_end,
    fact.period_grain,
    fact.value,
    fact.value_max,
    CASE fact.direction WHEN 'down' THEN -fact.value ELSE fact.value END AS signed_value,
    fact.qualifier,
    fact.direction,
    fact.published_on,
    fact.published_at,
    fact.title,
    fact.url,
    fact.confidence,
    fact.char_start,
    fact.fact_id,
    fact.release_id
FROM main.facts AS fact
LEFT JOIN core.fact AS whole ON whole.fact_id = fact.part_of
WHERE fact.subject <> ''
  AND fact.period_end IS NOT NULL
  AND whole.subject IS DISTINCT FROM fact.subject;

COMMENT ON VIEW mart.indicator_fact IS 'The facts that can be compared between releases: subject and period are understood, and it is no part of a total with the same subject. Grain: fact.';
COMMENT ON COLUMN mart.indicator_fact.indicator_id IS 'Stable hash of ministry, subject, unit, per, measure and place: what makes facts comparable.';
COMMENT ON COLUMN mart.indicator_fact.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.indicator_fact.subject IS 'What is counted or measured, as a normalised noun phrase in Russian.';
COMMENT ON COLUMN mart.indicator_fact.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN mart.indicator_fact.per IS 'Denominator as a unit; null when not stated.';
COMMENT ON COLUMN mart.indicator_fact.measure IS 'level or change.';
COMMENT ON COLUMN mart.indicator_fact.place IS 'Territory that the number describes; null when not stated.';
COMMENT ON COLUMN mart.indicator_fact.place_code IS 'ISO 3166 code of the place; null when not known.';
COMMENT ON COLUMN mart.indicator_fact.kind IS 'What sort of number it is.';
COMMENT ON COLUMN mart.indicator_fact.modality IS 'actual or planned.';
COMMENT ON COLUMN mart.indicator_fact.compared_with IS 'The stated base of a comparison; null when none is stated.';
COMMENT ON COLUMN mart.indicator_fact.period_start IS 'First day of the time that the number describes.';
COMMENT ON COLUMN mart.indicator_fact.period_end IS 'Last day of that time, inclusive.';
COMMENT ON COLUMN mart.indicator_fact.period_grain IS 'Calendar unit of the period.';
COMMENT ON COLUMN mart.indicator_fact.value IS 'The number as stated; the lower end of a range.';
COMMENT ON COLUMN mart.indicator_fact.value_max IS 'The upper end of a range; null when it is none.';
COMMENT ON COLUMN mart.indicator_fact.signed_value IS 'value, negative when the direction is down.';
COMMENT ON COLUMN mart.indicator_fact.qualifier IS 'How the writer bounds the number.';
COMMENT ON COLUMN mart.indicator_fact.direction IS 'Which way a change went: up or down; null for a level.';
COMMENT ON COLUMN mart.indicator_fact.published_on IS 'Date of publication; null when not known.';
COMMENT ON COLUMN mart.indicator_fact.published_at IS 'Time of publication; null when not known.';
COMMENT ON COLUMN mart.indicator_fact.title IS 'Title of the release.';
COMMENT ON COLUMN mart.indicator_fact.url IS 'Public URL of the release; null when it has none.';
COMMENT ON COLUMN mart.indicator_fact.confidence IS 'How sure the extractor is, 0 to 1.';
COMMENT ON COLUMN mart.indicator_fact.char_start IS 'Offset of the quote in the body, in characters, from 0.';
COMMENT ON COLUMN mart.indicator_fact.fact_id IS 'The fact (core.fact, main.facts).';
COMMENT ON COLUMN mart.indicator_fact.release_id IS 'The release (core.release, main.releases).';
