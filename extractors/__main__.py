"""`python -m extractors`: JSON lines in, JSON lines out, with nothing of the pipeline.

Belongs here: standard input and output. Does not belong here: the lines (`extractors.json_lines`).
"""

import argparse
import json
import sys

from extractors import extract
from extractors.json_lines import MalformedLineError, read_document, records
from extractors.language.syntax import load_syntax


def main() -> int:
    """Reads texts, one JSON object a line, and writes the facts of each at once; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m extractors",
        description='Reads JSON lines {"id", "published", "text"}; writes a JSON line for each numeric fact.',
    )
    parser.add_argument("--rejected", action="store_true", help="also write numbers that state no fact")
    parser.add_argument(
        "--syntax", default="slovnet", help="slovnet, none, or an installed spaCy pipeline (default: slovnet)"
    )
    arguments = parser.parse_args()
    try:
        load_syntax(arguments.syntax)
    except (LookupError, ImportError, OSError) as error:
        sys.stderr.write(f"--syntax {arguments.syntax} cannot be used: {error}\n")
        return 2
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            document = read_document(line)
        except MalformedLineError as error:
            sys.stderr.write(f"line {number}: {error}\n")
            return 2
        extraction = extract(document.text, published=document.published, syntax=arguments.syntax)
        for record in records(document.doc_id, extraction, rejected=arguments.rejected):
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
