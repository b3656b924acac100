"""The unit and place tables are whole: codes, forms and factors are right and derived tables are fresh."""

import csv
import re
from collections import Counter
from decimal import Decimal
from importlib import resources

import pytest

from extractors.data import make_place_forms, make_unit_forms
from extractors.places.place_index import FORM_COLUMNS, Place, PlaceLevel, load_places
from extractors.units.unit_form_table import COLUMNS, load_forms
from extractors.units.unit_lexicon import Unit, UnitKind, load_units, prefix_signs
from extractors.units.unit_spelling import form_key
from extractors.units.units import match_unit_at

CODE_SHAPES = {
    UnitKind.MONEY: r"[A-Z]{3}|tiyn|kopeck|US_cent|eurocent",
    UnitKind.PERCENT: r"%",
    UnitKind.PERCENT_POINTS: r"pp|bp",
    UnitKind.RATIO: r"times",
    UnitKind.INDEX: r"\{score\}|point",
    UnitKind.COUNTING: r"\{[a-z]+\}",
    UnitKind.QUANTITY: r"[A-Za-z0-9_./\[\]{}°]+",
}
PLACE_CODE_SHAPES = {
    PlaceLevel.COUNTRY: r"[A-Z]{2}",
    PlaceLevel.REGION: r"[A-Z]{2}-[A-Z0-9]{1,3}",
    PlaceLevel.CITY: r"([A-Z]{2}-[A-Z0-9]{2,3})?",
    PlaceLevel.DISTRICT: r"",
}
KAZAKHSTAN_2022 = {"KZ-10": "область Абай", "KZ-33": "область Жетысу", "KZ-62": "область Улытау"}


def rows(table: str) -> list[dict[str, str]]:
    text = resources.files("extractors.data").joinpath(table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    "table", ["units.tsv", "per_nouns.tsv", "unit_forms.tsv", "places.tsv", "places_forms.tsv"]
)
def test_table_is_rectangular_and_trimmed(table: str) -> None:
    lines = resources.files("extractors.data").joinpath(table).read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t")
    assert [line for line in lines if line.count("\t") != width] == []
    cells = [cell for line in lines for cell in line.split("\t")]
    assert [cell for cell in cells if cell != cell.strip() or cell.endswith(";")] == []


@pytest.mark.parametrize(("table", "column"), [("unit_forms.tsv", "form"), ("places_forms.tsv", "form")])
def test_forms_are_written_without_yo(table: str, column: str) -> None:
    assert [row[column] for row in rows(table) if "ё" in row[column].lower()] == []


@pytest.mark.parametrize(
    ("table", "key"), [("units.tsv", "code"), ("per_nouns.tsv", "code"), ("places.tsv", "name")]
)
def test_keys_are_unique(table: str, key: str) -> None:
    assert [value for value, count in Counter(row[key] for row in rows(table)).items() if count > 1] == []


def test_unit_table_is_large_enough() -> None:
    assert len(load_units()) >= 170


@pytest.mark.parametrize("unit", load_units().values(), ids=lambda unit: unit.code)
def test_unit_is_well_formed(unit: Unit) -> None:
    base = load_units()[unit.base_unit]
    assert re.fullmatch(CODE_SHAPES[unit.kind], unit.code)
    assert unit.factor > 0
    assert (base.base_unit, base.factor) == (base.code, Decimal(1))
    assert base.kind == unit.kind
    assert unit.name_en


def test_unit_form_table_is_fresh() -> None:
    forms = [
        *make_unit_forms.merged(make_unit_forms.unit_forms()),
        *make_unit_forms.merged(make_unit_forms.per_noun_forms()),
    ]
    assert [form.as_row() for form in load_forms()] == [form.as_row() for form in forms]


def test_place_form_table_is_fresh() -> None:
    expected = [form.as_row() for form in make_place_forms.merged(make_place_forms.place_forms())]
    assert [tuple(row[column] for column in FORM_COLUMNS) for row in rows("places_forms.tsv")] == expected


def test_every_unit_form_belongs_to_one_unit_in_its_role() -> None:
    forms = list(load_forms())
    keys = Counter(
        (f.role, f.exact, form_key(f.text) if f.exact else form_key(f.text).casefold()) for f in forms
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert len(COLUMNS) == len(forms[0].as_row())


def test_every_unit_and_per_noun_has_a_form() -> None:
    forms = {(form.role, form.code) for form in load_forms()}
    assert {code for role, code in forms if role == "unit"} == set(load_units())
    assert {code for role, code in forms if role == "per_noun"} == {
        row["code"] for row in rows("per_nouns.tsv")
    }


def test_every_unit_form_is_matched_as_its_unit() -> None:
    found = [(form, match_unit_at(form.text, 0)) for form in load_forms() if form.role == "unit"]
    assert [form for form, match in found if match is None or match.unit.code != form.code] == []


def test_every_currency_sign_names_a_currency() -> None:
    assert {load_units()[code].kind for _, code in prefix_signs()} == {UnitKind.MONEY}
    assert len({sign for sign, _ in prefix_signs()}) == len(prefix_signs())


@pytest.mark.parametrize("place", load_places().values(), ids=lambda place: place.name)
def test_place_is_well_formed(place: Place) -> None:
    places = load_places()
    codes = {known.code for known in places.values() if known.code}
    assert re.fullmatch(PLACE_CODE_SHAPES[place.level], place.code or "")
    assert set(place.parents) <= codes
    assert bool(place.parents) == (place.level is not PlaceLevel.COUNTRY)
    if place.level in {PlaceLevel.REGION, PlaceLevel.CITY} and place.code:
        assert place.code.split("-")[0] in place.parents
    if place.capital:
        assert places[place.capital].level is PlaceLevel.CITY


def test_place_codes_are_unique() -> None:
    codes = Counter(place.code for place in load_places().values() if place.code)
    assert [code for code, count in codes.items() if count > 1] == []


def test_kazakhstan_is_whole() -> None:
    places = load_places().values()
    coded = {place.code: place for place in places if place.code and place.code.startswith("KZ-")}
    levels = Counter(place.level for place in coded.values())
    assert levels == {PlaceLevel.REGION: 17, PlaceLevel.CITY: 3}
    assert {code: coded[code].name for code in KAZAKHSTAN_2022} == KAZAKHSTAN_2022
    districts = [p for p in places if p.level is PlaceLevel.DISTRICT and set(p.parents) <= set(coded)]
    regions_with_districts = {parent for place in districts for parent in place.parents}
    assert regions_with_districts == set(coded)
    assert len(districts) >= 160


def test_places_cover_russia_and_the_world() -> None:
    places = load_places().values()
    assert sum(place.code is not None and place.code.startswith("RU-") for place in places) == 83
    assert sum(place.level is PlaceLevel.COUNTRY for place in places) >= 190
