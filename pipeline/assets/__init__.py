"""The assets that Dagster shows: one raw asset for each source, then release, fact, published.

Belongs here: thin wrappers with what people see in the UI. Does not belong here: the work itself
(`pipeline.stages`).
"""
