"""Whether a clause reports or plans.

Does not belong here: the time of a number (`periods`).
"""
