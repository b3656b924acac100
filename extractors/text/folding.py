"""Text in one case and with one letter for ё and е, so that tables need each form once.

Belongs here: folding that keeps offsets. Does not belong here: folding of place names (`place_index`).
"""


def fold(word: str) -> str:
    """Lower case with ё read as е: the key of the table. The length never changes."""
    low = word.lower()
    if len(low) != len(word):
        low = "".join(character.lower()[0] for character in word)
    return low.replace("ё", "е")
