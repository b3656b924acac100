-- title: Share of numbers not understood, by source
-- severity: warn
-- blocking: no
-- A number is not understood when it was rejected for no known reason or when its subject is empty. With
-- fewer than 20 numbers a share says nothing.
WITH by_source AS (
    SELECT
        source,
        sum(fact_count + rejected_count)::BIGINT AS number_count,
        sum(rejected_other_count + fact_without_subject_count)::BIGINT AS not_understood_count
    FROM mart.coverage
    GROUP BY source
)
SELECT
    source,
    number_count,
    not_understood_count,
    round(100 * not_understood_count / number_count, 1) AS not_understood_percent
FROM by_source
WHERE number_count >= 20
  AND not_understood_count > 0.15 * number_count
