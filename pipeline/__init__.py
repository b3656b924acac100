"""Everything that runs: sources, fetch, parse, stages, Dagster definitions and the command line.

Belongs here: what must be said before anything else is imported. Does not belong here: anything else.
"""

import os

# The syntax model multiplies small matrices: with two BLAS threads it took six times the processor time of
# one, and beside other work ten times the wall time. More cores are used by more processes
# (`pipeline.stages.extraction_pool`). OpenBLAS reads this when numpy is loaded, so it stands here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
