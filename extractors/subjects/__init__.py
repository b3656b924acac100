"""What a number counts or measures.

Does not belong here: numbers and units (`expressions`).
"""
