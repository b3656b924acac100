"""The lock: what it may hold, whether it fits pyproject.toml, whether this environment is what it says."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pipeline.settings import PROJECT_ROOT

LOCK = PROJECT_ROOT / "requirements.lock"
PYPROJECT = PROJECT_ROOT / "pyproject.toml"
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True)
class Pin:
    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        (specifier,) = self.requirement.specifier
        return specifier.version

    def applies_here(self) -> bool:
        marker = self.requirement.marker
        return marker is None or marker.evaluate({**default_environment(), "extra": ""})


def read_pins(text: str) -> Iterator[Pin]:
    for entry in re.split(r"\n(?! )", text.strip().replace("\\\n", "\n")):
        stated, *hashes = entry.split("\n")
        yield Pin(Requirement(stated.strip()), tuple(line.strip() for line in hashes))


@cache
def pins() -> tuple[Pin, ...]:
    return tuple(read_pins(LOCK.read_text(encoding="utf-8")))


def declared() -> list[Requirement]:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [Requirement(line) for line in lines]


def test_the_lock_names_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert not re.search(r"://|^-|^#| @ ", text, flags=re.MULTILINE)


@pytest.mark.parametrize("pin", pins(), ids=lambda pin: str(pin.requirement))
def test_a_pin_is_one_exact_version_with_hashes(pin: Pin) -> None:
    (specifier,) = pin.requirement.specifier
    assert specifier.operator == "=="
    assert not specifier.version.endswith(".*")
    assert pin.requirement.url is None
    assert pin.hashes
    assert all(HASH.fullmatch(one) for one in pin.hashes)


def test_no_package_is_pinned_twice_for_one_environment() -> None:
    here = [pin.name for pin in pins() if pin.applies_here()]
    assert len(here) == len(set(here))


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_each_declared_dependency_is_pinned_at_a_version_that_fits(requirement: Requirement) -> None:
    fitting = [
        pin
        for pin in pins()
        if pin.name == canonicalize_name(requirement.name) and requirement.specifier.contains(pin.version)
    ]
    assert fitting, f"{requirement} is not pinned at a version that fits; `make lock` resolves again"


def test_what_is_installed_is_what_the_lock_says() -> None:
    differing = {
        pin.name: (pin.version, found)
        for pin in pins()
        if pin.applies_here() and (found := version(pin.name)) != pin.version
    }
    assert not differing, f"(locked, installed): {differing}; `make setup` installs the lock"


def test_the_reader_of_the_lock_reads_markers_and_hashes() -> None:
    (pin,) = read_pins('a==1.0 ; sys_platform == "nowhere" \\\n    --hash=sha256:' + "0" * 64)
    assert (pin.name, pin.version, pin.applies_here()) == ("a", "1.0", False)
    assert HASH.fullmatch(pin.hashes[0])
    (bare,) = read_pins("b==2")
    assert bare.hashes == ()
