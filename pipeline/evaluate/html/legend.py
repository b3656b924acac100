"""What the colours and marks of a page mean.

Belongs here: the two legends. Does not belong here: the marks themselves (`marks`).
"""

from extractors import Kind
from pipeline.evaluate.html.element import Markup, tag
from pipeline.evaluate.html.marks import INVENTED, MISSED, PLAIN, REJECTED, RIGHT, WRONG

_STATES = {
    RIGHT: "strictly right",
    WRONG: "a slot is wrong",
    MISSED: "missed",
    INVENTED: "invented",
    REJECTED: "rejected",
}


def kind_legend() -> Markup:
    """Which colour is which kind."""
    names = (tag("mark", kind.value.replace("_", " "), class_=f"{PLAIN} kind-{kind.value}") for kind in Kind)
    return tag("p", names, class_="legend")


def state_legend() -> Markup:
    """Which mark is which verdict."""
    return tag("p", (tag("mark", text, class_=state) for state, text in _STATES.items()), class_="legend")
