-- title: Every id names one row
-- severity: error
-- blocking: yes
SELECT 'raw.warc_file' AS table_name, warc_path AS id, count(*) AS row_count FROM raw.warc_file GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'raw.fetch', fetch_id, count(*) FROM raw.fetch GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'core.parsed_fetch', fetch_id, count(*) FROM core.parsed_fetch GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'core.release', release_id, count(*) FROM core.release GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'core.release_version', version_id, count(*) FROM core.release_version GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'core.extraction', version_id, count(*) FROM core.extraction GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'core.fact', fact_id, count(*) FROM core.fact GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'core.rejected_number', rejected_id, count(*) FROM core.rejected_number GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'core.problem', problem_id, count(*) FROM core.problem GROUP BY ALL HAVING count(*) > 1
