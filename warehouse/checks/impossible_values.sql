-- title: Slots of a fact that contradict each other
-- severity: error
-- blocking: yes
WITH contradiction AS (
    SELECT
        fact_id,
        quote,
        version_id,
        CASE
            WHEN confidence NOT BETWEEN 0 AND 1 THEN 'confidence is outside 0..1'
            WHEN period_end < period_start THEN 'the period ends before it starts'
            WHEN (period_start IS NULL) <> (period_end IS NULL) THEN 'the period has one end only'
            WHEN (period_start IS NULL) <> (period_grain IS NULL) THEN 'period and grain do not come together'
            WHEN (period_start IS NULL) <> (period_source IS NULL) THEN 'period and its source do not come together'
            WHEN part_of = fact_id THEN 'a fact is a part of itself'
        END AS contradiction
    FROM core.fact
)
SELECT contradiction, quote, fact_id, version_id
FROM contradiction
WHERE contradiction IS NOT NULL
