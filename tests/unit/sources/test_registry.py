from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.sources.registry import load_sources, source_by_key

FAMILY = """
family: xx
adapter: govkz
host: www.example.org
base_url: https://www.example.org
timezone: Asia/Almaty
language: ru
sources:
  one:
    slug: one
    aliases: [uno]
    publisher: Первое
    names: {ru: Первое министерство, en: First Ministry}
"""


def load(folder: Path, text: str) -> None:
    (folder / "xx.yaml").write_text(text, encoding="utf-8")
    load_sources.cache_clear()
    load_sources(folder)


def test_a_source_has_its_family_and_its_own_keys(tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text(FAMILY, encoding="utf-8")

    (source,) = load_sources(tmp_path)

    assert source.key == "xx_one"
    assert source.slugs == ("one", "uno")
    assert (source.family, source.adapter, source.host) == ("xx", "govkz", "www.example.org")
    assert source.zone.key == "Asia/Almaty"
    assert source.enabled
    assert source.page_size == 40


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("slug: one", "slgu: one", r"xx\.yaml: .*sources\.one\.slgu: Extra inputs"),
        ("slug: one", "slug: One!", r"xx\.yaml: sources\.one\.slug"),
        ("language: ru", "language: russian", r"xx\.yaml: language"),
        ("timezone: Asia/Almaty", "timezone: Asia/Nowhere", r"no time zone is called 'Asia/Nowhere'"),
        ("base_url: https:", "base_url: http:", r"is not https"),
        ("    publisher: Первое\n", "", r"sources\.one\.publisher: Field required"),
        ("    slug: one", "    slug: one\n    enabled: false", "disabled_reason"),
        ("    slug: one", "    slug: one\n    disabled_reason: why", "disabled_reason"),
        ("    slug: one", "    slug: one\n    slug: two", "key 'slug' is given twice"),
        ("    slug: one", "    ? [a]\n    : b\n    slug: one", "key is a list"),
        ("aliases: [uno]", "aliases: [one]", "slug of www.example.org given twice: one"),
        ("family: xx", "family: xx\nmirror: y", r"xx\.yaml: mirror: Extra inputs"),
        ("family: xx", "family: [", r"xx\.yaml: not readable as YAML"),
        ("family: xx", "- family", r"xx\.yaml: not readable as YAML"),
    ],
)
def test_a_mistake_is_refused_with_file_and_key(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load(tmp_path, FAMILY.replace(old, new, 1))


def test_a_key_may_stand_in_one_file_only(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(
        FAMILY.replace("www.example.org", "www.example.com"), encoding="utf-8"
    )

    with pytest.raises(SettingsError, match="key given twice: xx_one"):
        load(tmp_path, FAMILY)


def test_an_unknown_key_is_answered_with_where_to_look() -> None:
    with pytest.raises(SettingsError, match="no source is called 'kz_nothing'; `svodka sources` lists them"):
        source_by_key("kz_nothing")
