"""From findings to facts: one number's slots, the order of the steps, a text as a whole.

Does not belong here: how any slot is found.
"""
