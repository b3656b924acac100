"""Whether Python and every package that we need are there and load.

Belongs here: checks that work where packages are missing; nothing but the standard library is
imported at the top. Does not belong here: everything else (`doctor_checks`).
"""

import importlib
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec

from pipeline.cli.findings import Finding, State

PYTHON_MINIMUM = (3, 11)
_REMEDY = "`make setup` installs what requirements.lock names"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_MODULES = {"beautifulsoup4": "bs4", "graphql-core": "graphql", "pyyaml": "yaml"}
# Wanted for the weights in its wheel; its own code needs packages that we do not install.
_NEVER_IMPORTED = frozenset({"natasha"})


def check_python() -> Finding:
    """The interpreter's version."""
    if sys.version_info[:2] < PYTHON_MINIMUM:
        wanted = ".".join(map(str, PYTHON_MINIMUM))
        return Finding("python", State.FAIL, platform.python_version(), f"use Python {wanted} or newer")
    return Finding("python", State.OK, f"{platform.python_version()} at {sys.executable}")


def check_packages() -> Finding:
    """Every dependency of ours is installed and can be imported."""
    names = sorted({package_name(requirement) for requirement in requires("svodka") or ()})
    faults = [fault for name in names if (fault := _fault(name)) is not None]
    if faults:
        return Finding("packages", State.FAIL, "; ".join(faults), _REMEDY)
    return Finding("packages", State.OK, f"{len(names)} dependencies load")


def package_name(requirement: str) -> str:
    """The package that a line of `dependencies` asks for."""
    found = _NAME.match(requirement)
    if found is None:
        raise ValueError(f"{requirement!r} names no package")
    return found[0].lower()


def module_of(package: str) -> str:
    """What a package is imported as."""
    return _MODULES.get(package, package.replace("-", "_"))


def _fault(package: str) -> str | None:
    try:
        version(package)
        if package in _NEVER_IMPORTED:
            return None if find_spec(module_of(package)) else f"{package} has no files"
        importlib.import_module(module_of(package))
    except PackageNotFoundError:
        return f"{package} is not installed"
    except ImportError as error:
        return f"{package} does not load ({error})"
    return None
