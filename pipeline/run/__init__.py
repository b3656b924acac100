"""One run in this process: which sources and months, both Dagster jobs, and what came of it.

Belongs here: what `svodka run` does, as functions that print nothing. Does not belong here: options
and tables (`pipeline.cli.run`), the jobs themselves (`pipeline.jobs`).
"""
