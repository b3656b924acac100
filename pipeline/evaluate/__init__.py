"""How right the extractor is: its facts beside facts annotated by hand, counted and shown.

Belongs here: annotated texts, their comparison with what was extracted, the figures and their
reports. Does not belong here: extraction (`extractors`) and the command line (`pipeline.cli`).
The measures are defined in docs/evaluation.md.
"""
