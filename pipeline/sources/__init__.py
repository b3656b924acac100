"""Where releases come from: one YAML for each family of sites, one adapter for each kind of site.

Belongs here: facts about sites (`*.yaml`), their model (`registry`), and how one kind of site is
asked and its answers are taken apart (the adapters). Does not belong here: HTTP and the raw zone
(`pipeline.fetch`), text, dates and identity of a release (`pipeline.parse`).
"""
