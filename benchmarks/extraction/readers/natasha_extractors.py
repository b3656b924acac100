"""natasha: the same chain, and its extractors of money and dates, the nearest it has to numeric facts."""

from benchmarks.extraction.readers import Read
from benchmarks.extraction.readers.natasha_chain import chain, money_and_dates


def load() -> Read:
    """The chain with both extractors over the whole text; counts what they found."""
    parse = chain()
    money, dates = money_and_dates()

    def read(text: str) -> int:
        parse(text)
        return len(list(money(text))) + len(list(dates(text)))

    return read
