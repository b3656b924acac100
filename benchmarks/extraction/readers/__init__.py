"""One module for each contender: `load()` gives a function that reads a text.

Belongs here: how each tool is used, as its own documentation says. Does not belong here:
measuring (`worker`). A module imports its tool at the top, so that importing it is part of the start.
"""

from collections.abc import Callable

Read = Callable[[str], int]
"""Reads one text; returns how many things it found, so that no work can be left undone."""
