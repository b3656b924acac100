"""Who reads the texts: this process, or several when there is enough text to pay for starting them.

Belongs here: that decision and the worker processes. Does not belong here: reading one text
(`fact_rows`) and storing what came out (`fact`).
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait

from pipeline.errors import SvodkaError
from pipeline.stages.fact_rows import Extract, ExtractedText, extract_text
from pipeline.stages.text import Text

# Measured on two cores: a worker needs 2 to 4 s to import and load the models, and a process reads 10,000
# to 30,000 characters a second. Two workers are ahead from some 100,000 characters on; this is where they
# are well ahead, and worth their 450 MB each.
CHARACTERS_WORTH_A_POOL = 250_000

Read = Callable[[Iterable[Text]], Iterator[ExtractedText]]


@contextmanager
def readers(
    syntax: str, extract: Extract, *, characters: int, processes: int | None = None
) -> Iterator[Read]:
    """Whoever reads texts best, given how much there is.

    Args:
        syntax: Name of the syntax provider.
        extract: The extractor; for several processes it must be importable by name.
        characters: How much text there is in all.
        processes: How many processes to use; None decides by `characters` and the machine.

    Yields:
        A function from texts to what they give, in the same order.

    Raises:
        SvodkaError: A worker process died.
    """
    read_one = partial(extract_text, syntax=syntax, extract=extract)
    cores = os.cpu_count() or 1
    wanted = processes or (cores if characters >= CHARACTERS_WORTH_A_POOL else 1)
    if wanted == 1:
        yield partial(map, read_one)
        return
    # spawn: forking a process that has run DuckDB's threads is not safe.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(wanted, mp_context=context, initializer=_end_with_parent) as pool:
        try:
            yield partial(pool.map, read_one)
        except BrokenProcessPool as error:
            raise SvodkaError(
                "a process that reads texts died, most likely for want of memory",
                remedy="run again: what was read so far is stored",
            ) from error


def _end_with_parent() -> None:
    """Lets a worker end when its parent was killed; it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
