"""Numeric expressions: number, bounds, unit and denominator together, or why a number is no fact.

Does not belong here: what is counted (`subjects`).
"""
