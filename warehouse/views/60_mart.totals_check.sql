-- Only levels of one kind and unit are added up. Tolerance: none for exact counts under 10,000, half a percent
-- for other exact numbers (rounding), five percent as soon as one of them is not exact ("более", "около").
-- A whole that is broken down twice (by sex, then by place) has parts of exactly twice its value; one whose parts
-- stand beside a second, incomplete breakdown ("150: 100 in towns, 50 in villages. Of them 30 are private") has a
-- first or last run of parts that makes it up, and others that fall clearly short of it.
CREATE VIEW mart.totals_check AS
WITH paired AS (
    SELECT
        whole.fact_id,
        whole.kind,
        whole.qualifier AS total_qualifier,
        whole.value AS total_value,
        part.quote AS part_quote,
        part.value AS part_value,
        part.char_start AS part_start,
        part.qualifier = 'exact' AS part_is_exact,
        sum(part.value) OVER (PARTITION BY whole.fact_id) AS parts_value,
        sum(part.value) OVER (PARTITION BY whole.fact_id ORDER BY part.char_start) AS value_so_far
    FROM main.facts AS whole
    JOIN main.facts AS part ON part.part_of = whole.fact_id
    WHERE whole.measure = 'level'
      AND part.measure = 'level'
      AND part.kind = whole.kind
      AND part.unit IS NOT DISTINCT FROM whole.unit
      AND part.per IS NOT DISTINCT FROM whole.per
),
tolerated AS (
    SELECT
        *,
        CASE
            WHEN total_qualifier <> 'exact' OR NOT bool_and(part_is_exact) OVER (PARTITION BY fact_id)
                THEN 0.05 * total_value
            WHEN kind = 'count' AND total_value < 10000 THEN 0
            ELSE 0.005 * total_value
        END AS tolerance
    FROM paired
),
judged AS (
    SELECT
        fact_id,
        total_value,
        parts_value,
        tolerance,
        count(*) AS part_count,
        list(part_quote ORDER BY part_start) AS part_quotes,
        bool_or(
            abs(value_so_far - total_value) <= tolerance
            OR abs(parts_value - value_so_far - total_value) <= tolerance
        ) AND bool_and(part_value < total_value) AS has_complete_run
    FROM tolerated
    GROUP BY ALL
)
SELECT
    CASE
        WHEN abs(parts_value - total_value) <= tolerance THEN 'adds_up'
        WHEN part_count > 3 AND abs(parts_value - 2 * total_value) <= tolerance THEN 'adds_up'
        WHEN part_count > 2 AND has_complete_run AND parts_value < 1.95 * total_value THEN 'adds_up'
        WHEN parts_value > total_value THEN 'exceeds'
        WHEN part_count > 1 AND parts_value >= 0.95 * total_value THEN 'near_miss'
        ELSE 'partial'
    END AS result,
    whole.ministry,
    whole.published_on,
    whole.subject,
    whole.kind,
    whole.unit,
    whole.quote AS total_quote,
    whole.qualifier AS total_qualifier,
    total_value,
    parts_value,
    parts_value - total_value AS difference,
    part_count,
    part_quotes,
    whole.context,
    whole.url,
    whole.source,
    fact_id
FROM judged
JOIN main.facts AS whole USING (fact_id);

COMMENT ON VIEW mart.totals_check IS 'Totals beside the sum of their parts, where both are amounts of one kind and unit. Grain: fact that has parts.';
COMMENT ON COLUMN mart.totals_check.result IS 'adds_up (once, twice where the whole is broken down in two ways, or once beside a second breakdown that is not complete), exceeds (the parts are more than the whole), near_miss (several parts, at least 95 % but not the whole), partial (only some parts are named).';
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
