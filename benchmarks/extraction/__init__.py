"""How fast, how large and how quick to start the extractor is, beside other tools on the same texts.

Belongs here: contenders, texts, measuring, report. Does not belong here: other parts of the program.
"""
