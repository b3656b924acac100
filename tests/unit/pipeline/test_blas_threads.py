"""Matrices are multiplied by one thread of each process, unless somebody wants it otherwise."""

import os
import subprocess
import sys

import pytest

SHOW = "import pipeline, os; print(os.environ['OPENBLAS_NUM_THREADS'])"


@pytest.mark.parametrize(("wish", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "4"}, "4")])
def test_one_thread_unless_wished_otherwise(wish: dict[str, str], threads: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    shown = subprocess.run(
        [sys.executable, "-c", SHOW], env=environment | wish, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == threads
