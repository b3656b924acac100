"""Whom a number comes from.

Does not belong here: the publisher of the text, which the warehouse knows.
"""
