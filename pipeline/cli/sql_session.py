"""Questions to the snapshot, each answered from the one that is published at that moment.

Belongs here: opening anew for each question, one result for a file. Does not belong here: SQL
(`sql_query`) and formats (`sql_formats`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pipeline.cli.result_format import Layout
from pipeline.cli.sql_formats import write_result
from pipeline.cli.sql_query import Answer, open_snapshot, run_text
from pipeline.errors import SettingsError
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Session:
    """Where questions go and how their answers are written.

    Attributes:
        snapshot: The published database.
        layout: How results are written.
    """

    snapshot: Path
    layout: Layout

    @classmethod
    def of_settings(cls, layout: Layout) -> Self:
        """A session with the snapshot of the home in use."""
        return cls(Settings().published_path, layout)

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
            if self.layout.output is not None and results > 1:
                raise SettingsError(
                    f"{self.layout.output} has room for one result", remedy="give --output a single statement"
                )
            write_result(answer, self.layout)

        with open_snapshot(self.snapshot) as connection:
            run_text(connection, text, parameters, write)
