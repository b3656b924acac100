"""`python -m pipeline.replica`: the replica in the foreground, to try it by hand."""

import argparse
import sys
import threading
from pathlib import Path

from pipeline.errors import SvodkaError
from pipeline.replica.server import DEFAULT_FIXTURES_DIR, Replica


def main() -> int:
    """Serves until interrupted; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.replica", description=main.__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    parser.add_argument("--fixtures", type=Path, default=DEFAULT_FIXTURES_DIR, help="folder of releases")
    parser.add_argument("--edition", type=int, default=1, help="2 shows releases as edited later")
    arguments = parser.parse_args()
    try:
        with Replica(arguments.fixtures, port=arguments.port, edition=arguments.edition) as replica:
            sys.stdout.write(f"{replica.base_url}  ({len(replica.slugs)} projects; Ctrl-C stops it)\n")
            sys.stdout.flush()
            threading.Event().wait()
    except KeyboardInterrupt:
        return 0
    except (SvodkaError, OSError) as error:
        sys.stderr.write(f"replica: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
