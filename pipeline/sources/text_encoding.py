"""The encoding of a file that says nothing about it.

Belongs here: from bytes to text for local files. Does not belong here: HTTP answers, whose
adapters know their encoding.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 2048
_CYRILLIC_1251 = re.compile("[а-яё]{3}", re.IGNORECASE)


class UndecodableError(ValueError):
    """Bytes that are no text in any encoding we know how to recognise."""


def decode_text(data: bytes) -> str:
    """Decodes a file: by its byte order mark, its own declaration, UTF-8, or Windows-1251.

    Args:
        data: The file's bytes.

    Raises:
        UndecodableError: None of these gives a readable text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:_DECLARED_WITHIN])
        if declared is not None:
            return _decode(data, declared[1].decode("ascii"))
    text = _decode(data, "cp1251")
    if not _CYRILLIC_1251.search(text):
        raise UndecodableError("neither UTF-8 nor Windows-1251 text")
    return text


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UndecodableError(f"not readable as {encoding}: {error}") from error
