"""Numbers as written: digits, words, fractions, endings.

Does not belong here: what they measure (`units`, `expressions`).
"""
