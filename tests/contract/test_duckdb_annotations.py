"""Annotations with a DuckDB connection stay text.

A function whose annotations hold the class keeps it alive past the end of the interpreter when anything
keeps the function (Dagster's definitions and Hypothesis do), and DuckDB's bindings then print pages of
"leaked instances" below the closing line of the tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import PROJECT_ROOT

MODULES = sorted(
    path
    for folder in ("pipeline", "warehouse", "tests")
    for path in (PROJECT_ROOT / folder).rglob("*.py")
    if "DuckDBPyConnection" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PROJECT_ROOT)))
def test_a_module_that_annotates_with_a_connection_keeps_annotations_as_text(module: Path) -> None:
    assert "\nfrom __future__ import annotations\n" in module.read_text(encoding="utf-8")
