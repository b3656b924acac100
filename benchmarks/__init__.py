"""Benchmarks: minutes of measuring, run by `make bench`, no part of the tests.

Belongs here: what is measured, beside which other tools, and the report in `results/`. Does not
belong here: how right the extractor is (`pipeline.evaluate`).
"""
