CREATE VIEW main.facts AS
SELECT
    version.publisher AS ministry,
    version.published_on,
    fact.quote,
    fact.value,
    fact.value_max,
    fact.qualifier,
    fact.kind,
    fact.unit,
    fact.per,
    fact.subject,
    fact.subject_head,
    fact.predicate,
    fact.measure,
    fact.direction,
    fact.period_start,
    fact.period_end,
    fact.period_grain,
    fact.period_source,
    fact.modality,
    fact.place,
    fact.place_code,
    fact.attributed_to,
    fact.compared_with,
    concat(
        CASE WHEN fact.char_start > 80 THEN '…' END,
        regexp_replace(
            substring(
                version.body,
                greatest(fact.char_start - 80, 0) + 1,
                fact.char_end + 80 - greatest(fact.char_start - 80, 0)
            ),
            '\s+', ' ', 'g'
        ),
        CASE WHEN fact.char_end + 80 < length(version.body) THEN '…' END
    ) AS context,
    version.title,
    version.url,
    fact.confidence,
    fact.rule,
    fact.evidence,
    version.source,
    version.published_at,
    fact.char_start,
    fact.char_end,
    fact.part_of,
    fact.fact_id,
    fact.version_id,
    version.release_id,
    fact.extractor_version
FROM core.fact AS fact
JOIN core.release_version AS version ON version.version_id = fact.version_id
JOIN core.version_state AS state ON state.version_id = fact.version_id
WHERE state.is_current
  AND state.duplicate_of IS NULL
  AND version.language = 'ru';

COMMENT ON VIEW main.facts IS 'Start here. One row per number that a release states about one thing, with where it was published. Only current versions of releases in Russian, without duplicates. Grain: mention in a release.';
COMMENT ON COLUMN main.facts.ministry IS 'Name of the publishing ministry or body, in Russian.';
COMMENT ON COLUMN main.facts.published_on IS 'Date of publication in the publisher''s own time zone; null when not known.';
COMMENT ON COLUMN main.facts.quote IS 'The numeric expression as printed: number, scale word and unit.';
COMMENT ON COLUMN main.facts.value IS 'The number with its scale applied ("23 тыс." is 23000), in the unit of the column unit; the lower end of a range. A decrease is positive with direction down.';
COMMENT ON COLUMN main.facts.value_max IS 'The upper end of a range; null when it is none.';
COMMENT ON COLUMN main.facts.qualifier IS 'How the writer bounds the number: exact, about, over, at_least, under, at_most.';
COMMENT ON COLUMN main.facts.kind IS 'What sort of number it is: count, money, percent, percent_points, ratio, quantity, rank, index.';
COMMENT ON COLUMN main.facts.unit IS 'Canonical unit: ISO 4217 for money (KZT), % for percent, pp for percentage points, times for a ratio, UCUM for a quantity (km, t, MW); null for a count.';
COMMENT ON COLUMN main.facts.per IS 'Denominator as a unit, when stated: "тенге за кг" is kg, "в сутки" is d; null when not stated.';
COMMENT ON COLUMN main.facts.subject IS 'What is counted or measured, as a normalised noun phrase in Russian; empty when not understood.';
COMMENT ON COLUMN main.facts.subject_head IS 'Lemma of the head noun of subject; empty when not understood.';
COMMENT ON COLUMN main.facts.predicate IS 'Lemma of the governing verb or short participle; null when there is none.';
COMMENT ON COLUMN main.facts.measure IS 'level: the number is the amount itself. change: it is a difference (growth, decline).';
COMMENT ON COLUMN main.facts.direction IS 'Which way a change went: up or down; null for a level.';
COMMENT ON COLUMN main.facts.period_start IS 'First day of the time that the number describes; null when not known.';
COMMENT ON COLUMN main.facts.period_end IS 'Last day of that time, inclusive; null when not known.';
COMMENT ON COLUMN main.facts.period_grain IS 'Calendar unit of the period: day, week, month, quarter, half_year, year, year_to_date, range; null without a period.';
COMMENT ON COLUMN main.facts.period_source IS 'Where the period was read: explicit (same sentence), inherited (paragraph or heading), publication (the day of publication); null without a period.';
COMMENT ON COLUMN main.facts.modality IS 'actual (reported) or planned (target, forecast, plan).';
COMMENT ON COLUMN main.facts.place IS 'Territory that the number describes, in Russian, nominative; null when not stated.';
COMMENT ON COLUMN main.facts.place_code IS 'ISO 3166-2 code of the place (KZ-61), ISO 3166-1 alpha-2 for a country; null when not known.';
COMMENT ON COLUMN main.facts.attributed_to IS 'Who the text says the number comes from, if not simply the publisher; null otherwise.';
COMMENT ON COLUMN main.facts.compared_with IS 'The stated base of a comparison; null when none is stated.';
COMMENT ON COLUMN main.facts.context IS 'The quote with up to 80 characters of the text on either side, in one line.';
COMMENT ON COLUMN main.facts.title IS 'Title of the release.';
COMMENT ON COLUMN main.facts.url IS 'Public URL of the release; null when it has none.';
COMMENT ON COLUMN main.facts.confidence IS 'How sure the extractor is, 0 to 1.';
COMMENT ON COLUMN main.facts.rule IS 'Name of the rule that produced the fact.';
COMMENT ON COLUMN main.facts.evidence IS 'Names of the evidence that confidence was computed from.';
COMMENT ON COLUMN main.facts.source IS 'Key of the source, such as kz_economy.';
COMMENT ON COLUMN main.facts.published_at IS 'When the release was published; null when the site gave no usable time.';
COMMENT ON COLUMN main.facts.char_start IS 'Offset of the quote in releases.body, in characters, from 0.';
COMMENT ON COLUMN main.facts.char_end IS 'End of the quote in releases.body, exclusive.';
COMMENT ON COLUMN main.facts.part_of IS 'fact_id of the whole that this number is a part of, in the same text; null when it is no part.';
COMMENT ON COLUMN main.facts.fact_id IS 'Identifies the fact (core.fact).';
COMMENT ON COLUMN main.facts.version_id IS 'The text the fact stands in (core.release_version).';
COMMENT ON COLUMN main.facts.release_id IS 'The release; joins with releases.release_id.';
COMMENT ON COLUMN main.facts.extractor_version IS 'Version of the extractor that found it.';
