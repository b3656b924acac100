"""Which language a release is written in: Russian, Kazakh or English.

Belongs here: telling these apart. Does not belong here: what happens to a release in another
language than the source's (`release` flags it, nothing extracts from it).
"""

import re

UNDETERMINED = "und"
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_RUSSIAN = (
    "и в во на по с со за из от до для при о об к не что как это также года году том более который которые "
    "было были был будет их его или между после"
)
_KAZAKH = (
    "және мен бен пен бойынша үшін туралы бұл осы деп дейін кейін жылы жылғы болды болып қазақстан бар "
    "да де та те жаңа арқылы сондай ақ екі бір өз оның тиіс"
)
_RUSSIAN_WORDS = frozenset(_RUSSIAN.split())
_KAZAKH_WORDS = frozenset(_KAZAKH.split())
# Kazakh writes one letter in six with a sign that Russian has not; Russian texts hold such
# letters only in names (Жетісу, Таңдау) and act numbers (НҚ).
_KAZAKH_SHARE = 0.06


def detect_language(text: str) -> str:
    """The language of a text.

    Returns:
        `ru`, `kk`, `en`, or `und` for a text without letters of these.
    """
    cyrillic = len(_CYRILLIC.findall(text))
    latin = len(_LATIN.findall(text))
    if not cyrillic and not latin:
        return UNDETERMINED
    if latin > cyrillic:
        return "en"
    kazakh_letters = len(_KAZAKH_LETTER.findall(text))
    words = [word.lower() for word in _WORD.findall(text)]
    russian = sum(word in _RUSSIAN_WORDS for word in words)
    kazakh = sum(word in _KAZAKH_WORDS for word in words)
    if kazakh_letters >= _KAZAKH_SHARE * cyrillic and kazakh >= russian:
        return "kk"
    return "kk" if kazakh > 2 * russian and kazakh_letters else "ru"
