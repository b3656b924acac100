"""Every source of the registry, one by one."""

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.settings import PROJECT_ROOT
from pipeline.sources.adapters import ADAPTERS, adapter_of
from pipeline.sources.registry import SOURCES_DIR, Source, load_sources, source_by_key

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


def test_the_example_in_the_guide_is_a_source(tmp_path: Path) -> None:
    guide = (PROJECT_ROOT / "docs" / "add-a-source.md").read_text(encoding="utf-8")
    example = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)[0]
    family = (SOURCES_DIR / "kz.yaml").read_text(encoding="utf-8").partition("sources:")[0]
    (tmp_path / "kz.yaml").write_text(family + example, encoding="utf-8")

    (source,) = load_sources(tmp_path)

    assert source == source_by_key("kz_water")


def test_an_adapter_that_does_not_exist_is_named() -> None:
    source = source_by_key("kz_water").model_copy(update={"adapter": "rss"})

    with pytest.raises(SettingsError, match="kz_water: no adapter is called 'rss'; there are files, govkz"):
        adapter_of(source)


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
