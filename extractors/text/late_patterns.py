"""Patterns of the data tables, each compiled when a text first calls for it.

Belongs here: what stands in for a compiled pattern until then. Does not belong here: any pattern.

The tables hold some four hundred and a text needs a few dozen: compiling all of them ahead was a tenth of
the start. That each compiles and matches its own example is for the contract tests to say.
"""

import re
from collections.abc import Callable
from functools import cached_property


class LatePattern:
    """A regular expression that is compiled the first time it is tried.

    Attributes:
        source: The expression as written.
        flags: Flags of `re`.
    """

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.match` of the compiled expression: found once, then as fast as the pattern's own."""
        return re.compile(self.source, self.flags).match
