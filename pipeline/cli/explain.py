"""`svodka extract --explain`: a text with its numbers, and why each was read as it was.

Belongs here: the terminal's form of an explanation, and asking for the page. Does not belong here:
the words (`pipeline.evaluate.explanation`), the page itself (`pipeline.evaluate.html`).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.table import Table
from rich.text import Text

from extractors import extract
from extractors.json_lines import Document
from pipeline.cli.output import out
from pipeline.cli.text_file import write_text_file
from pipeline.evaluate.explanation import Explained, explain
from pipeline.evaluate.html.explanation import ExplainedText, explanation_page

_KIND_STYLES = {
    "count": "blue",
    "money": "green",
    "percent": "magenta",
    "percent_points": "bright_magenta",
    "ratio": "dark_orange",
    "quantity": "cyan",
    "rank": "yellow",
    "index": "bright_green",
}


def explain_documents(documents: Iterable[Document], *, syntax: str, page: Path | None) -> None:
    """Explains each text in the terminal, or all of them on one page.

    Args:
        documents: The texts.
        syntax: Name of the syntax provider.
        page: Where the page is to be written, None for the terminal.
    """
    texts = (_explained(document, syntax) for document in documents)
    if page is not None:
        write_text_file(page, explanation_page(texts))
        return
    for text in texts:
        _print(text)


def _explained(document: Document, syntax: str) -> ExplainedText:
    extraction = extract(document.text, published=document.published, syntax=syntax)
    day = "day of publication unknown" if document.published is None else f"published {document.published}"
    return ExplainedText(document.doc_id, f"{day}, syntax {syntax}", document.text, explain(extraction))


def _print(text: ExplainedText) -> None:
    console = out()
    console.print(Text.assemble((text.doc_id, "bold"), (f"  {text.about}", "dim")))
    console.print(_marked(text.text, text.numbers), soft_wrap=not console.is_terminal)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("", "number", "read as", "slots", "rule", "evidence", "confidence"):
        table.add_column(heading, header_style="bold", overflow="fold")
    for place, number in enumerate(text.numbers, start=1):
        table.add_row(*_row(place, number), style="dim" if number.kind is None else "")
    console.print(table)
    console.print()


def _marked(text: str, numbers: Sequence[Explained]) -> Text:
    """The text with each number in the colour of its kind and its place in the table behind it."""
    marked = Text()
    position = 0
    for place, number in enumerate(numbers, start=1):
        if number.start < position:
            continue  # a rejection inside another number's span keeps its row alone
        marked.append(text[position : number.start])
        marked.append(text[number.start : number.end], style=_style(number))
        marked.append(f"[{place}]", style="dim")
        position = number.end
    marked.append(text[position:])
    return marked


def _row(place: int, number: Explained) -> tuple[Text, ...]:
    slots = Text("\n".join(f"{name}: {content}" for name, content in number.slots))
    return (
        Text(str(place), style="dim"),
        Text(number.quote, style=_style(number)),
        Text(number.reading),
        slots,
        Text(number.rule),
        Text("\n".join(number.evidence)),
        Text(number.confidence),
    )


def _style(number: Explained) -> str:
    return "dim underline" if number.kind is None else f"bold {_KIND_STYLES[number.kind]}"
