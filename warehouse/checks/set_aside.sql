-- title: Records that could not be handled and were set aside
-- severity: warn
-- blocking: no
SELECT stage, source, kind, message, problem_id, fetch_id, version_id
FROM core.problem
