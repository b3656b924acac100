"""From a text to its facts: the stages in their order.

Belongs here: the stages and what each hands to the next. Does not belong here: the slots of one number
(`fact_reader`), how any slot is found (one module for each).
"""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from extractors.attribution.attributions import with_sources
from extractors.changes.change_leads import with_list_changes
from extractors.comparisons.comparisons import with_bases
from extractors.expressions.home_money import with_home_money
from extractors.expressions.scan import scan
from extractors.expressions.unknown_units import unknown_units
from extractors.facts.fact_reader import FactReader
from extractors.facts.table_slots import with_table_slots
from extractors.language.docs import BLOCKS, SENTENCES
from extractors.language.nlp import analyse
from extractors.language.words import sentences_of
from extractors.model import Extraction, Fact, Rejection
from extractors.parts.relations import link_parts
from extractors.periods.period_reader import PeriodReader
from extractors.periods.whole_times import with_whole_times
from extractors.places.place_slots import place_facts
from extractors.subjects.subject_leads import LeadIns
from extractors.text.layout import Layout
from extractors.text.levelled_text import LevelledText, level_text

EXTRACTOR_VERSION = "16"

_Told = TypeVar("_Told", Fact, Rejection)


def extract(text: str, *, published: date | None, syntax: str = "slovnet", country: str = "KZ") -> Extraction:
    """The facts and rejections of one text.

    Args:
        text: The body exactly as stored; offsets point into it.
        published: Publication date in the publisher's zone; None leaves relative times unresolved.
        syntax: Name of the syntax provider (see `syntax`).
        country: ISO 3166-1 code of the publisher's country: what "в стране" means.
    """
    levelled = level_text(text)
    found = _read(levelled.text, published, syntax, country)
    return found if levelled.text == text else _as_stored(text, levelled, found)


def _read(text: str, published: date | None, syntax: str, country: str) -> Extraction:
    """The facts and rejections of a levelled text."""
    found = scan(text, published)
    if not found.expressions:
        return Extraction((), found.rejected)
    found = replace(found, expressions=tuple(with_home_money(text, found.expressions, country)))
    doc = analyse(text, found, syntax)
    numbers = [expression.start for expression in found.expressions]
    periods = PeriodReader(
        text, published, found.times, doc.user_data[BLOCKS], doc.user_data[SENTENCES], numbers
    )
    reader = FactReader(text, found, country, periods, LeadIns(text, doc.user_data[BLOCKS]))
    for index, sentence in enumerate(sentences_of(doc)):
        reader.read(index, sentence)
    layout = Layout(text, doc.user_data[BLOCKS], doc.user_data[SENTENCES])
    facts = with_list_changes(layout, with_table_slots(layout, reader.territories, reader.facts))
    facts = with_whole_times(link_parts(layout, place_facts(layout, reader.territories, facts)))
    facts = with_sources(layout, with_bases(layout, found.times, facts))
    return Extraction(tuple(facts), found.rejected, unknown_units(text, found.expressions))


def _as_stored(text: str, levelled: LevelledText, found: Extraction) -> Extraction:
    """What was found in the levelled text, placed and quoted as the stored one has it."""
    facts = tuple(_quoted(text, levelled, fact) for fact in found.facts)
    rejected = tuple(_quoted(text, levelled, number) for number in found.rejected)
    unknown = []
    for unit in found.unknown_units:
        start, end = levelled.span(unit.char_start, unit.char_end)
        unknown.append(replace(unit, char_start=start, char_end=end, word=text[start:end]))
    return Extraction(facts, rejected, tuple(unknown))


def _quoted(text: str, levelled: LevelledText, told: _Told) -> _Told:
    start, end = levelled.span(told.char_start, told.char_end)
    return replace(told, char_start=start, char_end=end, quote=text[start:end])
