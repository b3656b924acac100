"""Questions to the snapshot, each answered from the one that is published at that moment.

Belongs here: opening anew for each question, one result for a file. Does not belong here: SQL
(`sql_query`) and formats (`sql_formats`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pipeline.cli.output import WIDEST_CELL
from pipeline.cli.result_format import Format
from pipeline.cli.sql_formats import write_result
from pipeline.cli.sql_query import Answer, open_snapshot, run_text
from pipeline.errors import SettingsError
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Session:
    """Where questions go and how their answers are written.

    Attributes:
        snapshot: The published database.
        shape: Format of results.
        output: File for the result, None for standard output.
        limit: Most rows of a result, None for the format's own limit.
        widest_cell: Where a table cuts texts.
    """

    snapshot: Path
    shape: Format
    output: Path | None = None
    limit: int | None = None
    widest_cell: int = WIDEST_CELL

    @classmethod
    def of_settings(cls, shape: Format, *, output: Path | None, limit: int | None) -> Self:
        """A session with the snapshot of the home in use."""
        return cls(Settings().published_path, shape, output, limit)

    def ask(self, text: str, parameters: Mapping[str, str]) -> None:
        """Runs SQL and writes every result.

        Raises:
            WarehouseError: Nothing is published yet.
            SvodkaError: The SQL, a parameter or the file is refused.
        """
        results = 0

        def write(answer: Answer) -> None:
            nonlocal results
            results += 1
            if self.output is not None and results > 1:
                raise SettingsError(
                    f"{self.output} has room for one result", remedy="give --output a single statement"
                )
            write_result(
                answer,
                self.shape,
                output=self.output,
                limit=self.limit,
                widest_cell=self.widest_cell,
            )

        with open_snapshot(self.snapshot) as connection:
            run_text(connection, text, parameters, write)
