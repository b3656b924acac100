-- title: Sources that were fetched and gave no release
-- severity: warn
-- blocking: no
SELECT source, payload_count, problem_count, last_new_payload_at
FROM mart.source_status
WHERE payload_count > 0
  AND unparsed_count < payload_count
  AND release_count = 0
