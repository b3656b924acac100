"""Noun phrases: bounds, what hangs on a noun, normal form.

Does not belong here: which phrase a number speaks of (`subjects`).
"""
