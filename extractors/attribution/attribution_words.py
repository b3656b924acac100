"""The words that attribute a number to someone, read from `data/attribution_words.tsv`.

Belongs here: the classes of that table and the patterns made of them. Does not belong here: the words
themselves (the table), the names behind them (`attribution_names`) and what is attributed
(`attributions`).
"""

import re

from extractors.data_tables import table_rows
from extractors.text.raw_words import opening_stems

_I = re.IGNORECASE
_ROWS = table_rows("attribution_words.tsv")

_LEADS = ("свидетельств", "по", "согласно", "со?", "cо", "в", "из", "источник")


def _words(name: str) -> list[str]:
    return [row["pattern"] for row in _ROWS if row["class"] == name]


def _any(*classes: str) -> str:
    return "(?:" + "|".join(pattern for name in classes for pattern in _words(name)) + ")"


OPENERS = re.compile(
    r"(?<![\w-])(?:"
    rf"(?P<data>(?:по|согласно)\s+(?:(?!е[её]\s)[а-яё]+(?:ым|им|ой|ей|ему)\s+){{0,2}}{_any('data')})"
    rf"|(?P<his>(?:по|с)\s+(?:его|её|ее|их)\s+(?:словам|слов|данным|информации|оценке|оценкам|мнению|расч[её]там))"
    r"|(?P<words>по\s+словам|со\s+слов)|(?P<link>[сc]о\s+ссылкой\s+на)"
    r"|(?P<witness>свидетельству(?:ют|ет)\s+(?:данные|цифры|отч[её]т|результаты\s+\w+))"
    rf"|(?P<document>(?:в|из|согласно)\s+(?:[а-яё]+(?:ом|ем|ого|его|ому|ему|ым|их|ых)\s+)?{_any('document')})"
    r"|(?P<origin>(?<=\n)(?:Источник|ИСТОЧНИК)\w{0,2}(?:\s+(?:данных|информации))?\s*[:–—])"
    rf"|(?P<say>{_any('say')})|(?P<say_that>{_any('say_that')})|(?P<reckon>{_any('reckon')})"
    r")(?![\w-])",
    _I,
)
"""What attributes a number, by kind: sources of data ("по данным", "его": "по его словам"), someone's words,
a link, a document that states something, the origin under a table, and verbs: of speech, of speech only with
a clause or quotation behind them, of reckoning."""
OPENER_STEMS = opening_stems((*_LEADS, *_words("say"), *_words("say_that"), *_words("reckon")))
"""How the words begin that open an attribution."""
DOCUMENT_VERB = re.compile(rf"(?<!\w){_any('document_verb')}(?!\w)", _I)
"""What a document does when it is quoted."""
DOCUMENT_VERB_LAST = re.compile(rf"(?:,|(?<!\w)этом)\s+{_any('document_verb')}\s+$", _I)
"""The same behind what it says."""
ASIDE = re.compile(rf"(?:,?\s+{_any('aside')}(?!\w),?)*", _I)
"""Words between a verb of speech and its subject."""
THIS = re.compile(
    r"(?<!\w)(?:об\s+этом|о\s+ч[её]м|так(?:ие|ую)\s+(?:данные|цифры|цифру|информацию|статистику))(?!\w)", _I
)
"""What points back at the sentences before ("Об этом сообщил …")."""
DATA_OF = re.compile(
    r"(?:[а-яё]+(?:ые|ую|ие|ий|ый)\s+)?(?:данные|сведения|информацию|статистику|сообщени[ея])\s+", _I
)
"""What a link leads to, before whose it is ("со ссылкой на данные палаты")."""
GENERIC = frozenset(_words("generic"))
"""Institutions that name nobody by themselves: "в ведомстве" is the publisher or whoever was named before."""
INSTITUTIONS = frozenset(_words("institution"))
"""Institutions of which there is one."""
OUTSIDE = frozenset(_words("outside"))
"""People outside the publisher who need no name."""
PRONOUNS = frozenset(_words("pronoun"))
"""Pronouns that stand for whoever spoke last."""
ANYONE = frozenset(_words("anyone"))
"""Persons that stand for whoever spoke last, whatever the office ("глава ведомства")."""
OFFICES = re.compile(rf"(?<![\w-]){_any('office')}\w{{0,5}}(?![\w-])", _I)
"""Where an office may be named with its holder."""
OFFICE_STEMS = opening_stems(_words("office"))
"""How such a word begins."""
DOCUMENTS = re.compile(rf"{_any('document')}(?!\w)", _I)
"""Documents whose author is the source."""
