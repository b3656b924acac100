-- title: Every row that another row belongs to is there
-- severity: error
-- blocking: yes
SELECT 'raw.fetch' AS table_name, fetch_id AS id, 'raw.warc_file' AS missing_in, warc_path AS missing_id
FROM raw.fetch ANTI JOIN raw.warc_file USING (warc_path)
UNION ALL
SELECT 'core.parsed_fetch', fetch_id, 'raw.fetch', fetch_id
FROM core.parsed_fetch ANTI JOIN raw.fetch USING (fetch_id)
UNION ALL
SELECT 'core.release', release_id, 'core.release_version', release_id
FROM core.release ANTI JOIN core.release_version USING (release_id)
UNION ALL
SELECT 'core.release_version', version_id, 'core.release', release_id
FROM core.release_version ANTI JOIN core.release USING (release_id)
UNION ALL
SELECT 'core.release_version', version_id, 'core.parsed_fetch', fetch_id
FROM core.release_version ANTI JOIN core.parsed_fetch USING (fetch_id)
UNION ALL
SELECT 'core.extraction', version_id, 'core.release_version', version_id
FROM core.extraction ANTI JOIN core.release_version USING (version_id)
UNION ALL
SELECT 'core.fact', fact_id, 'core.extraction', version_id
FROM core.fact ANTI JOIN core.extraction USING (version_id)
UNION ALL
SELECT 'core.fact', part.fact_id, 'core.fact', part.part_of
FROM core.fact AS part
LEFT JOIN core.fact AS whole ON whole.fact_id = part.part_of AND whole.version_id = part.version_id
WHERE part.part_of IS NOT NULL AND whole.fact_id IS NULL
UNION ALL
SELECT 'core.rejected_number', rejected_id, 'core.extraction', version_id
FROM core.rejected_number ANTI JOIN core.extraction USING (version_id)
UNION ALL
SELECT 'core.problem', problem_id, 'raw.fetch', fetch_id
FROM (FROM core.problem WHERE fetch_id IS NOT NULL) ANTI JOIN raw.fetch USING (fetch_id)
UNION ALL
SELECT 'core.problem', problem_id, 'core.release_version', version_id
FROM (FROM core.problem WHERE version_id IS NOT NULL) ANTI JOIN core.release_version USING (version_id)
