-- title: Every receipt counts the rows that are there
-- severity: error
-- blocking: yes
WITH counted AS (
    SELECT
        extraction.version_id,
        extraction.fact_count,
        (SELECT count(*) FROM core.fact WHERE fact.version_id = extraction.version_id) AS facts_found,
        extraction.rejected_count,
        (
            SELECT count(*) FROM core.rejected_number WHERE rejected_number.version_id = extraction.version_id
        ) AS rejected_found
    FROM core.extraction
)
SELECT version_id, fact_count, facts_found, rejected_count, rejected_found
FROM counted
WHERE fact_count <> facts_found OR rejected_count <> rejected_found
