"""What a number is compared with.

Does not belong here: the direction of a change (`changes`).
"""
