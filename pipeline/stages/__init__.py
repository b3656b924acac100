"""The stages of a run as plain functions: fetch, index, release, fact, publish.

Belongs here: what each stage does with the raw zone and the warehouse. Does not belong here:
Dagster (`pipeline.assets` calls these functions), HTTP (`pipeline.fetch`), reading payloads
(`pipeline.parse`) and numbers (`extractors`). Every stage takes up what a killed run left, does
only what is missing, and holds the database for one short transaction at a time.
"""
