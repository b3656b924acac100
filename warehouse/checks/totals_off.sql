-- title: Parts that do not add up to their total
-- severity: warn
-- blocking: no
SELECT result, ministry, published_on, subject, total_quote, part_quotes, difference, url, fact_id
FROM mart.totals_check
WHERE result IN ('exceeds', 'near_miss')
