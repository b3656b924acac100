"""Reading the tables of `extractors/data`: tab-separated, a header row, no quoting.

Belongs here: from a file's name to its rows. Does not belong here: what the rows of any table mean.
"""

import csv
from importlib import resources


def table_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by the names in its header.

    Args:
        name: File name in `extractors/data`, such as `units.tsv`.
    """
    table = resources.files("extractors.data").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
