"""Talking to sites and keeping their answers byte for byte in the raw zone.

Belongs here: the polite client, robots.txt, WARC files, and one run over one source (`collect`).
Does not belong here: what a site is asked (the adapters in `pipeline.sources`) and what an answer
means (`pipeline.parse`).
"""
