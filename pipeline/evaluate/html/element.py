"""HTML elements from Python, everything escaped that is not markup already.

Belongs here: one element. Does not belong here: any page (`page`, `report`, `explanation`).
"""

from collections.abc import Iterable
from html import escape

_VOID = frozenset({"br", "input", "meta"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Content = str | Iterable[str] | None


def tag(name: str, *content: Content, **attributes: str | bool | None) -> Markup:
    """An element; one that can hold nothing, such as "br", is given no content.

    Args:
        name: Its name, such as "p".
        content: Text (escaped), markup (taken as it is) or several of these; None adds nothing.
        attributes: Attributes; a trailing underscore is dropped (`class_`), other underscores
            become hyphens, True is an attribute without a value, None and False leave it out.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(*content)}</{name}>")


def join(*content: Content) -> Markup:
    """Several pieces one after another; text is escaped, markup is not."""
    return Markup("".join(_piece(piece) for piece in content))


def _piece(piece: Content) -> str:
    if piece is None:
        return ""
    if isinstance(piece, Markup):
        return piece
    if isinstance(piece, str):
        return escape(piece, quote=False)
    return join(*piece)


def _attribute(key: str, value: str | bool | None) -> str:  # noqa: FBT001 - a value of an attribute, not a switch
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
