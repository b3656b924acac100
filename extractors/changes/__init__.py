"""Changes and their direction.

Does not belong here: what has changed (`subjects`).
"""
