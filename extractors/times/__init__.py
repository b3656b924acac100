"""Temporal expressions: what a text says of times, and the role each has in its sentence.

Does not belong here: which number has which time (`periods`).
"""
