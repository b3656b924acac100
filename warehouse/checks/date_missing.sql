-- title: Releases without a date of publication
-- severity: warn
-- blocking: no
SELECT source, title, url, flags, version_id
FROM main.releases
WHERE published_on IS NULL
