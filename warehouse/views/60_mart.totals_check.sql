-- Only levels of one kind and unit are added up. Tolerance: none for exact counts under 10,000, half a percent
-- for other exact numbers (rounding), five percent as soon as one of them is not exact ("более", "около").
-- A whole that is broken down twice (by sex, then by place) has parts of exactly twice its value.
CREATE VIEW mart.totals_check AS
WITH summed AS (
    SELECT
        whole.ministry,
        whole.published_on,
        whole.subject,
        whole.kind,
        whole.unit,
        whole.quote AS total_quote,
        whole.qualifier AS total_qualifier,
        whole.value AS total_value,
        sum(part.value) AS parts_value,
        count(*) AS part_count,
        list(part.quote ORDER BY part.char_start) AS part_quotes,
        bool_and(part.qualifier = 'exact') AS parts_are_exact,
        whole.context,
        whole.url,
        whole.source,
        whole.fact_id
    FROM main.facts AS whole
    JOIN main.facts AS part ON part.part_of = whole.fact_id
    WHERE whole.measure = 'level'
      AND part.measure = 'level'
      AND part.kind = whole.kind
      AND part.unit IS NOT DISTINCT FROM whole.unit
      AND part.per IS NOT DISTINCT FROM whole.per
    GROUP BY ALL
),
judged AS (
    SELECT
        *,
        CASE
            WHEN total_qualifier <> 'exact' OR NOT parts_are_exact THEN 0.05 * total_value
            WHEN kind = 'count' AND total_value < 10000 THEN 0
            ELSE 0.005 * total_value
        END AS tolerance
    FROM summed
)
SELECT
    CASE
        WHEN abs(parts_value - total_value) <= tolerance THEN 'adds_up'
        WHEN part_count > 3 AND abs(parts_value - 2 * total_value) <= tolerance THEN 'adds_up'
        WHEN parts_value > total_value THEN 'exceeds'
        WHEN part_count > 1 AND parts_value >= 0.95 * total_value THEN 'near_miss'
        ELSE 'partial'
    END AS result,
    ministry,
    published_on,
    subject,
    kind,
    unit,
    total_quote,
    total_qualifier,
    total_value,
    parts_value,
    parts_value - total_value AS difference,
    part_count,
    part_quotes,
    context,
    url,
    source,
    fact_id
FROM judged;

COMMENT ON VIEW mart.totals_check IS 'Totals beside the sum of their parts, where both are amounts of one kind and unit. Grain: fact that has parts.';
COMMENT ON COLUMN mart.totals_check.result IS 'adds_up (once, or twice where the whole is broken down in two ways), exceeds (the parts are more than the whole), near_miss (several parts, at least 95 % but not the whole), partial (only some parts are named).';
COMMENT ON COLUMN mart.totals_check.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.totals_check.published_on IS 'Date of publication; null when not known.';
COMMENT ON COLUMN mart.totals_check.subject IS 'What is counted or measured by the whole.';
COMMENT ON COLUMN mart.totals_check.kind IS 'What sort of number whole and parts are.';
COMMENT ON COLUMN mart.totals_check.unit IS 'Canonical unit; null for a count.';
COMMENT ON COLUMN mart.totals_check.total_quote IS 'The whole as printed.';
COMMENT ON COLUMN mart.totals_check.total_qualifier IS 'How the writer bounds the whole.';
COMMENT ON COLUMN mart.totals_check.total_value IS 'The whole.';
COMMENT ON COLUMN mart.totals_check.parts_value IS 'Sum of the parts.';
COMMENT ON COLUMN mart.totals_check.difference IS 'parts_value less total_value.';
COMMENT ON COLUMN mart.totals_check.part_count IS 'Number of parts.';
COMMENT ON COLUMN mart.totals_check.part_quotes IS 'The parts as printed, in text order.';
COMMENT ON COLUMN mart.totals_check.context IS 'The whole with the text around it.';
COMMENT ON COLUMN mart.totals_check.url IS 'Public URL of the release; null when it has none.';
COMMENT ON COLUMN mart.totals_check.source IS 'Key of the source, such as kz_economy.';
COMMENT ON COLUMN mart.totals_check.fact_id IS 'The whole (main.facts).';
