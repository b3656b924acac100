-- title: Every quote stands in its text where its offsets say
-- severity: error
-- blocking: yes
WITH mention AS (
    SELECT 'core.fact' AS table_name, fact_id AS id, version_id, quote, char_start, char_end FROM core.fact
    UNION ALL
    SELECT 'core.rejected_number', rejected_id, version_id, quote, char_start, char_end FROM core.rejected_number
)
SELECT
    mention.table_name,
    mention.id,
    mention.quote,
    substring(version.body, mention.char_start + 1, mention.char_end - mention.char_start) AS found,
    mention.char_start,
    mention.char_end,
    mention.version_id
FROM mention
JOIN core.release_version AS version ON version.version_id = mention.version_id
WHERE mention.char_start < 0
   OR mention.char_end <= mention.char_start
   OR mention.quote <> substring(version.body, mention.char_start + 1, mention.char_end - mention.char_start)
