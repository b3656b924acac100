-- What extraction makes of a text: facts, numbers that are no facts, and one receipt per text.

CREATE TABLE core.extraction (
    version_id VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    syntax VARCHAR NOT NULL,
    characters INTEGER NOT NULL,
    fact_count INTEGER NOT NULL,
    rejected_count INTEGER NOT NULL
);
COMMENT ON TABLE core.extraction IS 'One row per release version whose text was read for numbers, by the extractor that did it last. Grain: release version.';
COMMENT ON COLUMN core.extraction.version_id IS 'The text (core.release_version). Identifies the row.';
COMMENT ON COLUMN core.extraction.extractor_version IS 'Version of the extractor; another version reads the text again.';
COMMENT ON COLUMN core.extraction.syntax IS 'Syntax provider that helped: slovnet, none, or the name of a spaCy pipeline.';
COMMENT ON COLUMN core.extraction.characters IS 'Length of the text in characters.';
COMMENT ON COLUMN core.extraction.fact_count IS 'Number of facts found (core.fact).';
COMMENT ON COLUMN core.extraction.rejected_count IS 'Number of rejected numbers (core.rejected_number).';

CREATE TABLE core.fact (
    fact_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    quote VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    value DECIMAL(38, 9) NOT NULL,
    value_max DECIMAL(38, 9),
    qualifier VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    unit VARCHAR,
    per VARCHAR,
    subject VARCHAR NOT NULL,
    subject_head VARCHAR NOT NULL,
    predicate VARCHAR,
    measure VARCHAR NOT NULL,
    direction VARCHAR,
    period_start DATE,
    period_end DATE,
    period_grain VARCHAR,
    period_source VARCHAR,
    modality VARCHAR NOT NULL,
    place VARCHAR,
    place_code VARCHAR,
    attributed_to VARCHAR,
    part_of VARCHAR,
    compared_with VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DECIMAL(4, 3) NOT NULL,
    evidence VARCHAR[] NOT NULL
);
COMMENT ON TABLE core.fact IS 'One row per number that a text states about one thing. Grain: mention in a release version.';
COMMENT ON COLUMN core.fact.fact_id IS 'Stable hash of version_id, char_start and char_end. Identifies the row.';
COMMENT ON COLUMN core.fact.version_id IS 'The text the fact stands in (core.release_version).';
COMMENT ON COLUMN core.fact.extractor_version IS 'Version of the extractor that found it.';
COMMENT ON COLUMN core.fact.quote IS 'The numeric expression as printed: number, scale word and unit. Equals the characters char_start to char_end of the body.';
COMMENT ON COLUMN core.fact.char_start IS 'Offset of the quote in the body, in characters, from 0.';
COMMENT ON COLUMN core.fact.char_end IS 'End of the quote in the body, exclusive.';
COMMENT ON COLUMN core.fact.value IS 'The number with its scale applied ("23 тыс." is 23000), in the unit of the column unit; the lower end of a range. A decrease is positive with direction down.';
COMMENT ON COLUMN core.fact.value_max IS 'The upper end of a range; null when it is none.';
COMMENT ON COLUMN core.fact.qualifier IS 'How the writer bounds the number: exact, about, over, at_least, under, at_most.';
COMMENT ON COLUMN core.fact.kind IS 'What sort of number it is: count, money, percent, percent_points, ratio, quantity, rank, index.';
COMMENT ON COLUMN core.fact.unit IS 'Canonical unit: ISO 4217 for money (KZT), % for percent, pp for percentage points, times for a ratio, UCUM for a quantity (km, t, MW); null for a count.';
COMMENT ON COLUMN core.fact.per IS 'Denominator as a unit, when stated: "тенге за кг" is kg, "в сутки" is d; null when not stated.';
COMMENT ON COLUMN core.fact.subject IS 'What is counted or measured, as a normalised noun phrase in Russian; empty when not understood.';
COMMENT ON COLUMN core.fact.subject_head IS 'Lemma of the head noun of subject; empty when not understood.';
COMMENT ON COLUMN core.fact.predicate IS 'Lemma of the governing verb or short participle; null when there is none.';
COMMENT ON COLUMN core.fact.measure IS 'level: the number is the amount itself. change: it is a difference (growth, decline).';
COMMENT ON COLUMN core.fact.direction IS 'Which way a change went: up or down; null for a level.';
COMMENT ON COLUMN core.fact.period_start IS 'First day of the time that the number describes; null when not known.';
COMMENT ON COLUMN core.fact.period_end IS 'Last day of that time, inclusive; null when not known.';
COMMENT ON COLUMN core.fact.period_grain IS 'Calendar unit of the period: day, week, month, quarter, half_year, year, year_to_date, range; null without a period.';
COMMENT ON COLUMN core.fact.period_source IS 'Where the period was read: explicit (same sentence), inherited (paragraph or heading), publication (the day of publication); null without a period.';
COMMENT ON COLUMN core.fact.modality IS 'actual (reported) or planned (target, forecast, plan).';
COMMENT ON COLUMN core.fact.place IS 'Territory that the number describes, in Russian, nominative; null when not stated.';
COMMENT ON COLUMN core.fact.place_code IS 'ISO 3166-2 code of the place (KZ-61), ISO 3166-1 alpha-2 for a country; null when not known.';
COMMENT ON COLUMN core.fact.attributed_to IS 'Who the text says the number comes from, if not simply the publisher; null otherwise.';
COMMENT ON COLUMN core.fact.part_of IS 'fact_id of the whole that this number is a part of, in the same text; null when it is no part.';
COMMENT ON COLUMN core.fact.compared_with IS 'The stated base of a comparison; null when none is stated.';
COMMENT ON COLUMN core.fact.rule IS 'Name of the rule that produced the fact.';
COMMENT ON COLUMN core.fact.confidence IS 'How sure the extractor is, 0 to 1.';
COMMENT ON COLUMN core.fact.evidence IS 'Names of the evidence that confidence was computed from.';

CREATE TABLE core.rejected_number (
    rejected_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    quote VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    rule VARCHAR NOT NULL
);
COMMENT ON TABLE core.rejected_number IS 'One row per number in a text that states no fact, with the reason: together with core.fact it accounts for every number. Grain: mention in a release version.';
COMMENT ON COLUMN core.rejected_number.rejected_id IS 'Stable hash of version_id, char_start and char_end. Identifies the row.';
COMMENT ON COLUMN core.rejected_number.version_id IS 'The text the number stands in (core.release_version).';
COMMENT ON COLUMN core.rejected_number.extractor_version IS 'Version of the extractor that rejected it.';
COMMENT ON COLUMN core.rejected_number.quote IS 'The number as printed. Equals the characters char_start to char_end of the body.';
COMMENT ON COLUMN core.rejected_number.char_start IS 'Offset of the quote in the body, in characters, from 0.';
COMMENT ON COLUMN core.rejected_number.char_end IS 'End of the quote in the body, exclusive.';
COMMENT ON COLUMN core.rejected_number.reason IS 'Why it is no fact: date, period, clock, ordinal, edition, identifier, name, contact, age_bracket, attribute, list_marker, indefinite, denominator, restated_in_words, furniture, or other (not understood).';
COMMENT ON COLUMN core.rejected_number.rule IS 'Name of the rule that rejected it.';
