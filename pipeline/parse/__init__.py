"""From a stored payload to release versions: text, dates, language, identity.

Belongs here: everything that is the same for all sources. Does not belong here: the shape of one
site's answers (the adapters in `pipeline.sources`). Parsing is deterministic and needs no network.
"""
