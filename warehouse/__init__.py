"""The DuckDB warehouse: schema in SQL, bulk loads, checks and the published snapshot.

Belongs here: everything about the database and nothing about where rows come from. It imports
nothing of `pipeline` or `extractors`.
"""
