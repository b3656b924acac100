"""Territories: which a text names and which a number describes.

Does not belong here: other slots of a fact.
"""
