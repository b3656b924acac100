-- title: Closed vocabularies hold only their own words
-- severity: error
-- blocking: yes
WITH vocabulary (column_name, words) AS (
    VALUES
        ('core.fact.qualifier', ['exact', 'about', 'over', 'at_least', 'under', 'at_most']),
        ('core.fact.kind', ['count', 'money', 'percent', 'percent_points', 'ratio', 'quantity', 'rank', 'index']),
        ('core.fact.measure', ['level', 'change']),
        ('core.fact.direction', ['up', 'down']),
        (
            'core.fact.period_grain',
            ['day', 'week', 'month', 'quarter', 'half_year', 'year', 'year_to_date', 'range']
        ),
        ('core.fact.period_source', ['explicit', 'inherited', 'publication']),
        ('core.fact.modality', ['actual', 'planned']),
        (
            'core.rejected_number.reason',
            [
                'date', 'period', 'clock', 'ordinal', 'edition', 'identifier', 'name', 'contact', 'age_bracket',
                'attribute', 'list_marker', 'indefinite', 'denominator', 'restated_in_words', 'furniture', 'other'
            ]
        ),
        ('core.release_version.published_zone', ['stated', 'assumed']),
        ('core.problem.stage', ['parse', 'extract'])
),
used AS (
    UNPIVOT (
        SELECT
            fact_id AS id,
            qualifier AS "core.fact.qualifier",
            kind AS "core.fact.kind",
            measure AS "core.fact.measure",
            direction AS "core.fact.direction",
            period_grain AS "core.fact.period_grain",
            period_source AS "core.fact.period_source",
            modality AS "core.fact.modality"
        FROM core.fact
    ) ON COLUMNS(* EXCLUDE id) INTO NAME column_name VALUE word
    UNION ALL
    SELECT rejected_id, 'core.rejected_number.reason', reason FROM core.rejected_number
    UNION ALL
    SELECT version_id, 'core.release_version.published_zone', published_zone
    FROM core.release_version
    WHERE published_zone IS NOT NULL
    UNION ALL
    SELECT problem_id, 'core.problem.stage', stage FROM core.problem
)
SELECT used.column_name, used.word, used.id
FROM used
JOIN vocabulary USING (column_name)
WHERE NOT list_contains(vocabulary.words, used.word)
