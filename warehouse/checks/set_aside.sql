-- title: Records set aside because they could not be handled, and unit words that are in no table
-- severity: warn
-- blocking: no
SELECT stage, source, kind, message, problem_id, fetch_id, version_id
FROM core.problem
