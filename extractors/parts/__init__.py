"""Which number is a part of which whole.

Does not belong here: parts stated as subjects of their own (`subjects`).
"""
