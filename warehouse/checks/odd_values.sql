-- title: Facts that were probably misread: ranges, directions and units that do not fit
-- severity: warn
-- blocking: no
WITH oddity AS (
    SELECT
        fact_id,
        quote,
        version_id,
        CASE
            WHEN value_max <= value THEN 'the range ends before it starts'
            WHEN measure = 'level' AND direction IS NOT NULL THEN 'a level has a direction'
            WHEN kind IN ('money', 'quantity') AND unit IS NULL THEN 'money or a quantity has no unit'
            WHEN kind = 'percent' AND unit IS DISTINCT FROM '%' THEN 'a percentage has another unit than %'
            WHEN kind = 'percent_points' AND unit IS DISTINCT FROM 'pp' THEN 'percentage points have another unit than pp'
            WHEN kind = 'ratio' AND unit IS DISTINCT FROM 'times' THEN 'a ratio has another unit than times'
            WHEN kind IN ('count', 'rank') AND unit IS NOT NULL THEN 'a bare number has a unit'
        END AS oddity
    FROM core.fact
)
SELECT oddity, quote, fact_id, version_id
FROM oddity
WHERE oddity IS NOT NULL
