"""Every source of the registry, one by one."""

import re
from datetime import date

import pytest

from pipeline.sources.adapters import ADAPTERS, adapter_of
from pipeline.sources.registry import SOURCES_DIR, Source, load_sources

SOURCES = load_sources()
MINISTRIES = [source for source in SOURCES if source.family == "kz"]
# The slugs of the ministries as public clients and links know them.
EXPECTED_SLUGS = (
    "economy minfin mfa qriim enbek dsm edu sci mps transport maidd mam tsm ecogeo moa energo adilet emer "
    "mti water mod"
)


def test_all_21_ministries_stand_in_the_registry() -> None:
    assert sorted(source.slug for source in MINISTRIES) == sorted(EXPECTED_SLUGS.split())


def test_moved_ministries_are_asked_for_under_both_slugs() -> None:
    aliases = {source.slug: source.aliases for source in MINISTRIES if source.aliases}

    assert aliases == {"maidd": ("mdai",), "tsm": ("sport",)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.key)
def test_a_source_can_be_asked(source: Source) -> None:
    assert adapter_of(source) is ADAPTERS[source.adapter]
    assert source.key == source.family or source.key.startswith(f"{source.family}_")
    assert (SOURCES_DIR / f"{source.family}.yaml").is_file()
    assert source.base_url.endswith(f"//{source.host}")


@pytest.mark.parametrize("source", MINISTRIES, ids=lambda source: source.key)
def test_a_ministry_has_both_its_names(source: Source) -> None:
    assert source.publisher.startswith("Министерство ")
    assert source.names.ru == f"{source.publisher} Республики Казахстан"
    assert re.fullmatch(r"Ministry of [A-Za-z ]+ of the Republic of Kazakhstan", source.names.en)
    assert source.valid_from is None or date(1991, 12, 16) <= source.valid_from <= date(2026, 12, 31)


@pytest.mark.parametrize("source", MINISTRIES, ids=lambda source: source.key)
def test_a_ministry_is_read_in_its_own_zone_and_language(source: Source) -> None:
    assert (source.timezone, source.language, source.enabled) == ("Asia/Almaty", "ru", True)
