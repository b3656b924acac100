"""Units and denominators: the table, its forms, matching one in a text.

Does not belong here: the number before it (`expressions`).
"""
