"""Words before a number that take it from the territory named before: "в остальных", "в развитых странах".

Belongs here: telling that a number is of others, or of a place that no lexicon holds. Does not belong here:
how far a territory reaches otherwise (`place_reach`).
"""

import re

_OTHERS = re.compile(
    r"(?<!\w)(?:остальн|прочи|други)\w*\s+(?:\w+\s+)?\(?$"
    r"|(?:^|[,;]|\sи)\s+(?:страны\s+)?(?:Европ|Евросоюз|Ази|Африк|Америк|ЕС|СНГ|ЕАЭС)\w{0,2}\s\($",
    re.IGNORECASE,
)
"""What a number of other territories stands behind: "в остальных четырёх", "другие страны (3%)"."""
_OTHER_LABEL = re.compile(
    r"(?:[,;]|\s[иа])\s+(?:в|во|на|по)\s+(?:[А-ЯЁ]|сельск|городск|сёлах|селах|городах|(?:[а-яё]+\s)?(?:стран(?!е)|регионах|мире))"
    r"[^,.;:()\d\n]{0,60}\s[–—-]\s(?:(?:на|до|более|свыше|около|почти|лишь|всего)\s)?$"
    r"|(?<!\w)(?:остальн|прочи|други)[^,.;:()]{0,40}\s[–—-]\s(?:на\s)?$"
)
"""The label of a place that the lexicon does not hold, or of all others, right before a number."""
_ELSEWHERE = re.compile(
    r"(?<!\w)в\s(?:мире(?!\w)|(?:развит|развива|зарубежн|иностран|друг|соседн|остальн)\w*\s(?:\w+\s)?"
    r"(?:стран|государств|регион|област|район|город)\w*)",
    re.IGNORECASE,
)
"""Where else a number is: "в то время как в развитых странах 4–5"."""


def tells_of_others(between: str) -> bool:
    """Whether the words between a territory and a number give the number to others.

    Args:
        between: The text from the end of the territory to the number.
    """
    return any(other.search(between) for other in (_OTHERS, _OTHER_LABEL, _ELSEWHERE))
