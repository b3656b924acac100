"""Facts in their text as one self-contained HTML page, with or without an annotation beside them.

Belongs here: markup, style and behaviour of the report and of an explanation. Does not belong
here: what they say (`pipeline.evaluate`).
"""
