CREATE VIEW mart.coverage AS
WITH facts_of_text AS (
    SELECT
        version_id,
        count(*) AS fact_count,
        count(*) FILTER (subject = '') AS fact_without_subject_count,
        count(*) FILTER (period_end IS NULL) AS fact_without_period_count
    FROM core.fact
    GROUP BY version_id
),
rejections_of_text AS (
    SELECT
        version_id,
        count(*) AS rejected_count,
        count(*) FILTER (reason = 'other') AS rejected_other_count
    FROM core.rejected_number
    GROUP BY version_id
),
counted AS (
    SELECT
        release.source,
        release.ministry,
        date_trunc('month', release.published_on)::DATE AS month,
        count(*) AS release_count,
        count(*) FILTER (release.language = 'ru') AS russian_release_count,
        count(release.extractor_version) AS extracted_release_count,
        count(facts.version_id) AS release_with_facts_count,
        sum(release.characters) FILTER (release.extractor_version IS NOT NULL) AS characters,
        coalesce(sum(facts.fact_count), 0) AS fact_count,
        coalesce(sum(facts.fact_without_subject_count), 0) AS fact_without_subject_count,
        coalesce(sum(facts.fact_without_period_count), 0) AS fact_without_period_count,
        coalesce(sum(rejections.rejected_count), 0) AS rejected_count,
        coalesce(sum(rejections.rejected_other_count), 0) AS rejected_other_count
    FROM main.releases AS release
    LEFT JOIN facts_of_text AS facts ON facts.version_id = release.version_id
    LEFT JOIN rejections_of_text AS rejections ON rejections.version_id = release.version_id
    WHERE release.duplicate_of IS NULL
    GROUP BY ALL
)
SELECT
    source,
    ministry,
    month,
    release_count,
    russian_release_count,
    extracted_release_count,
    release_with_facts_count,
    coalesce(characters, 0)::BIGINT AS characters,
    fact_count::BIGINT AS fact_count,
    fact_without_subject_count::BIGINT AS fact_without_subject_count,
    fact_without_period_count::BIGINT AS fact_without_period_count,
    rejected_count::BIGINT AS rejected_count,
    rejected_other_count::BIGINT AS rejected_other_count,
    round(
        100 * (rejected_other_count + fact_without_subject_count)::DOUBLE
        / nullif(fact_count + rejected_count, 0)::DOUBLE,
        1
    ) AS not_understood_percent
FROM counted;

COMMENT ON VIEW mart.coverage IS 'How much was read and how much of it was understood, over current releases without duplicates. Grain: source, ministry and month of publication.';
COMMENT ON COLUMN mart.coverage.source IS 'Key of the source, such as kz_economy.';
COMMENT ON COLUMN mart.coverage.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN mart.coverage.month IS 'First day of the month of publication; null when the date is not known.';
COMMENT ON COLUMN mart.coverage.release_count IS 'Number of releases.';
COMMENT ON COLUMN mart.coverage.russian_release_count IS 'Number of releases in Russian.';
COMMENT ON COLUMN mart.coverage.extracted_release_count IS 'Number of releases that were read for numbers.';
COMMENT ON COLUMN mart.coverage.release_with_facts_count IS 'Number of releases with at least one fact.';
COMMENT ON COLUMN mart.coverage.characters IS 'Characters of text that were read for numbers.';
COMMENT ON COLUMN mart.coverage.fact_count IS 'Number of facts.';
COMMENT ON COLUMN mart.coverage.fact_without_subject_count IS 'Number of facts whose subject was not understood.';
COMMENT ON COLUMN mart.coverage.fact_without_period_count IS 'Number of facts whose period is not known.';
COMMENT ON COLUMN mart.coverage.rejected_count IS 'Number of numbers that state no fact.';
COMMENT ON COLUMN mart.coverage.rejected_other_count IS 'Number of those that were not understood (reason other).';
COMMENT ON COLUMN mart.coverage.not_understood_percent IS 'Share of all numbers that were not understood or whose subject was not, in percent; null without numbers.';
