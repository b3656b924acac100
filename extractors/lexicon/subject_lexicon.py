"""Nouns and verbs that decide which phrase a number measures, read from `data/subject_words.tsv`.

Belongs here: the classes of that table and what each means. Does not belong here: the words
themselves (the table) and the rules that use them (`subjects`, `clauses`).
"""

from extractors.data_tables import table_rows

_ROWS = table_rows("subject_words.tsv")


def _words(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in _ROWS if row["class"] == name)


def _nouns(name: str) -> dict[str, str]:
    return {row["word"]: row["noun"] for row in _ROWS if row["class"] == name}


MEASURES = _words("measure")
"""Nouns that name a measure and so stand right before or above the number."""
NAMELESS_MEASURES = _words("nameless_measure")
"""Measures that name nothing by themselves ("сумма"): the thing measured is asked for instead."""
NAMED_MEASURES = MEASURES - NAMELESS_MEASURES
"""Measures that name something by themselves ("мощность")."""
COUNT_NOUNS = _words("count_noun")
"""Nouns that only say that something is counted ("число")."""
PEOPLE = _words("people")
"""Counted nouns that a better one in the clause replaces ("человек")."""
ACTING_NOUNS = _words("acting_noun")
"""Nouns of households, firms and bodies: they get and do things as people do."""
POPULATIONS = _words("population")
"""Nouns of people as a body, as in "с населением 5 тыс. человек"."""
NOT_SUBJECTS = _words("calendar")
"""Calendar words: never what is measured."""
PREPOSITIONAL_NOUNS = _words("prepositional_noun")
"""Nouns of compound prepositions ("за счёт", "в рамках"): no indicator behind a preposition."""
PERCENT_BASES = _words("percent_base")
"""Bases of a percentage that restates an amount ("0,16% ВВП")."""
PORTIONS = _words("portion")
"""Nouns that measure out something else: the subject is what they measure ("литр молока")."""
LEVEL_VERBS = _words("level_verb")
"""Verbs that state a level: their subject is what the number measures."""
TARGET_NOUNS = _words("target_noun")
"""Nouns that set a mark for something named before ("цель – 50%")."""
NEED_NOUNS = _words("need_noun")
"""Nouns that say how much is needed or allowed of something ("потребность в сене – 7 тонн")."""
GIVEN_NOUNS = _words("given_noun")
"""Nouns of what is granted or paid to somebody ("кредит", "помощь")."""
INDEX_NOUNS = _words("index_noun")
"""Nouns whose bare number is an index or a rate, not a count."""
RANKING_WORDS = _words("ranking_word")
"""Words that rank: what stands behind their "по" is measured ("лидер по вводу жилья")."""
INTRANSITIVE = _words("intransitive_verb")
"""Verbs of amounts whose own subject is the amount: "доходы поступили в сумме …"."""
MONEY_VERBS = _nouns("money_verb")
"""What a sum stands for, by the verb that handles it ("выделить": "средство")."""
GIVING_NOUNS = _words("giving_noun")
"""Nouns of giving: the sum behind them is the money that is given ("выделение 5 млн")."""
QUANTITY_VERBS = _nouns("quantity_verb")
"""The same for physical quantities ("добыть": "добыча")."""
UNIT_INDICATORS = _nouns("unit_indicator")
"""What a bare amount of a unit measures where nothing else says it, by base unit."""
CROPS = _words("crop")
"""What is sown and reaped: an amount that was threshed is of the one told before."""
INSTRUMENTAL_NOUNS = _words("instrumental_noun")
"""Nouns that take what they are about in the instrumental ("обеспеченность водой")."""
AGENT_NOUNS = _nouns("agent_noun")
"""What those do whom only a list of places names: no number measures them ("инвестор": "инвестиция")."""
TRANSPARENT_NOUNS = _words("transparent_noun")
"""Nouns of movement that name no indicator: it is their genitive ("динамика цен")."""
POINTING_NOUNS = _words("pointing_noun")
"""Nouns that with a demonstrative stand for the indicator named before ("этот показатель")."""
FRAME_NOUNS = _words("frame_noun")
"""Nouns that only frame the things listed below them ("регион", "итог")."""
FALLING_VERBS = _words("falling_verb")
"""Verbs of falling to somebody: the number is a share of what they point to ("прийтись на")."""
STATING_VERBS = _words("stating_verb")
"""Verbs that only say how much something is ("составить")."""
MARK_NOUNS = _words("mark_noun")
"""Nouns of heights to be reached or passed: a bracket behind them says how high they are ("уровень")."""
RATE_INDICATORS = _nouns("rate_indicator")
"""What an amount per another one measures, by base unit and denominator."""
SUMS_OF_CHANGE = _words("sum_of_change")
"""Words of change that also name a sum of its own ("надбавка")."""
SHARE_NOUNS = _words("share_noun")
"""Nouns whose value is a percentage ("доля")."""
MONTHS = _words("month")
"""Names of months: alone before a number they tell when."""
UNIT_NOUNS = _nouns("unit_noun")
"""The counted thing that a unit's printed words may name, by unit."""
MEASURE_WORDS = _words("measure_word")
"""Words that only count off something else ("голов", "единиц")."""
PAY_VERBS = _words("pay_verb")
"""Verbs of getting a pay again and again ("получать")."""
PAY_NOUNS = _words("pay_noun")
"""What people get in money ("зарплата", "пенсия")."""
BARE_POINTERS = _words("bare_pointer")
"""Nouns that even alone stand for the indicator named before ("показатель")."""
