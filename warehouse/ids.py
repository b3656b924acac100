"""Stable ids: the same source fields give the same id on every machine and in every run.

Belongs here: the one hash that all ids are made with. Does not belong here: which fields
identify what (the caller's docstring and the column comments say it).
"""

import hashlib

SEPARATOR = "\x1f"
ID_LENGTH = 32


def stable_hash(*parts: str) -> str:
    """Hash raw source fields into an id.

    Args:
        *parts: The fields in a fixed order; at least one. Never cleaned or translated values.

    Returns:
        The first 32 hexadecimal digits of the SHA-256 of the parts joined by U+001F.

    Raises:
        ValueError: If there is no part, or one holds the separator and could be mistaken for two.
    """
    if not parts:
        raise ValueError("stable_hash needs at least one part")
    for part in parts:
        if SEPARATOR in part:
            raise ValueError(f"a part of an id holds the separator U+001F: {part!r}")
    return hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()[:ID_LENGTH]
