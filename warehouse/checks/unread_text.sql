-- title: Russian texts that were not read for numbers
-- severity: warn
-- blocking: no
SELECT source, published_on, title, url, version_id
FROM main.releases
WHERE language = 'ru'
  AND extractor_version IS NULL
