"""The dialogue of `svodka sql`: statements and dot commands, line by line.

Belongs here: prompt, history, dot commands. Does not belong here: running SQL (`sql_session`).
"""

import atexit
import readline
from dataclasses import replace
from pathlib import Path

from pipeline.cli.output import print_error, print_remark
from pipeline.cli.result_format import Format, Layout
from pipeline.cli.sql_session import Session
from pipeline.errors import SvodkaError
from warehouse.errors import WarehouseError

PROMPT = "svodka> "
CONTINUED = "   ...> "
LONGEST_COMMENT = 2000
HELP = """\
.tables         tables and views with what they hold
.schema NAME    columns of a table or view with what they mean (facts if no name is given)
.quit           leave (so does Ctrl-D)
SQL ends with ; and may span lines. Each statement sees the newest snapshot."""

_TABLES = """
SELECT if(schema_name = 'main', name, schema_name || '.' || name) AS "table", comment
FROM (
    SELECT schema_name, table_name AS name, comment FROM duckdb_tables()
    WHERE NOT internal AND database_name = current_database()
    UNION ALL
    SELECT schema_name, view_name, comment FROM duckdb_views()
    WHERE NOT internal AND database_name = current_database()
)
ORDER BY array_position(['main', 'mart', 'core', 'raw'], schema_name) NULLS LAST, name
"""
_COLUMNS = """
SELECT column_name AS "column", data_type AS type, comment
FROM duckdb_columns()
WHERE database_name = current_database() AND $name IN (table_name, schema_name || '.' || table_name)
ORDER BY schema_name = 'main' DESC, schema_name, column_index
"""


def run_shell(session: Session) -> None:
    """Reads and answers until the end of input or `.quit`."""
    _keep_history(session.snapshot.with_name("sql_history"))
    print_remark(f"Snapshot {session.snapshot}. SQL ends with ;  .help tells more.")
    while (text := _read_statement()) is not None:
        try:
            _answer(session, text)
        except (SvodkaError, WarehouseError) as error:
            print_error(str(error))
        except KeyboardInterrupt:
            print_error("stopped")


def _read_statement() -> str | None:
    """Lines up to one that ends a statement, a dot command alone; None at the end."""
    lines: list[str] = []
    while not lines or not lines[-1].rstrip().endswith(";"):
        try:
            line = input(CONTINUED if lines else PROMPT)
        except EOFError:
            return "\n".join(lines) if lines else None
        except KeyboardInterrupt:
            lines.clear()
            print_remark("")
            continue
        if not lines and line.strip() == ".quit":
            return None
        if not lines and line.lstrip().startswith("."):
            return line
        if lines or line.strip():
            lines.append(line)
    return "\n".join(lines)


def _answer(session: Session, text: str) -> None:
    command, _, name = text.strip().partition(" ")
    match command:
        case ".tables":
            _descriptions(session).ask(_TABLES, {})
        case ".schema":
            _descriptions(session).ask(_COLUMNS, {"name": name.strip() or "facts"})
        case ".help":
            print_remark(HELP)
        case _ if command.startswith("."):
            print_error(f"there is no {text.strip()}; .help lists what there is")
        case _:
            session.ask(text, {})


def _descriptions(session: Session) -> Session:
    """The same session for a table of comments, which are shown whole."""
    return replace(session, layout=Layout(Format.TABLE, widest_cell=LONGEST_COMMENT))


def _keep_history(path: Path) -> None:
    """Remembers what was typed, where the home can be written."""
    try:
        readline.read_history_file(path)
    except OSError:
        readline.clear_history()
    atexit.register(_save_history, path)


def _save_history(path: Path) -> None:
    try:
        readline.write_history_file(path)
    except OSError as error:
        print_remark(f"the history of this shell is not kept: {error}")
