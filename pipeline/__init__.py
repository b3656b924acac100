"""Everything that runs: sources, fetch, parse, stages, Dagster definitions and the command line."""
