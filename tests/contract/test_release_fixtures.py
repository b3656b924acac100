"""The release files the replica serves: format, spread, lengths and the special cases they must hold.

Belongs here: what is true of the files themselves, read with nothing but YAML and HTML parsers. Does not
belong here: how the replica serves them and what the pipeline makes of them.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache, cached_property
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

FOLDER = Path(__file__).parents[1] / "fixtures" / "releases"
MINISTRIES = frozenset(
    {
        "economy",
        "minfin",
        "enbek",
        "dsm",
        "edu",
        "sci",
        "mps",
        "transport",
        "maidd",
        "mam",
        "tsm",
        "ecogeo",
        "moa",
        "energo",
        "emer",
        "mti",
        "water",
        "qriim",
        "mfa",
        "mod",
        "adilet",
    }
)
REQUIRED_KEYS = {"id", "title", "created_date", "lang", "also_under", "short_description", "note"}
OPTIONAL_KEYS = {"listed_twice"}
FILE_NAME = re.compile(r"(?P<id>\d{7})(\.(?P<lang>kk|en))?(\.v(?P<version>\d))?\.html")
ALMATY = timezone(timedelta(hours=5))

LONG_REPORT = "economy/1112340.html"
EMPTY_BODY = "mps/1118250.html"
STUB_BODY = "tsm/1118301.html"
KAZAKH = "mam/1115044.html"
ENGLISH = "mfa/1118120.html"
ENGLISH_COPY = "mti/1110071.en.html"
EDITED = "minfin/1112655.html"
EDITED_LATER = "minfin/1112655.v2.html"
UNDER_TWO_SLUGS = "enbek/1111902.html"
LISTED_TWICE = "moa/1112900.html"
SAME_TEXT = ("transport/1114930.html", "mti/1114957.html")
NO_DATE = "energo/1113666.html"


@dataclass(frozen=True)
class Fixture:
    path: str
    slug: str
    front: dict[str, object]
    body: str

    @cached_property
    def text(self) -> str:
        """What a reader sees: no tags, comments, styles or soft hyphens, white space collapsed."""
        visible = BeautifulSoup(self.body, "lxml").get_text("").replace("\u00ad", "")
        return re.sub(r"\s+", " ", visible).strip()

    @property
    def created_at(self) -> datetime | None:
        """The creation time; one without a zone is Almaty's."""
        stated = self.front["created_date"]
        if stated is None:
            return None
        moment = datetime.fromisoformat(str(stated))
        return moment if moment.tzinfo else moment.replace(tzinfo=ALMATY)


def _read(path: Path) -> Fixture:
    opening, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == "", f"{path} does not open with its front matter"
    return Fixture(f"{path.parent.name}/{path.name}", path.parent.name, yaml.safe_load(front), body)


@cache
def _fixtures() -> dict[str, Fixture]:
    return {fixture.path: fixture for fixture in map(_read, sorted(FOLDER.glob("*/*.html")))}


def _own_texts() -> list[Fixture]:
    """First versions in the release's own language: one for each release."""
    return [fixture for fixture in _fixtures().values() if fixture.path.count(".") == 1]


def _ordinary() -> list[Fixture]:
    """The Russian releases of ordinary length, one for each release."""
    special = {LONG_REPORT, EMPTY_BODY, STUB_BODY}
    return [
        fixture for fixture in _own_texts() if fixture.front["lang"] == "ru" and fixture.path not in special
    ]


every_file = pytest.mark.parametrize("path", sorted(_fixtures()))


@every_file
def test_file_name_and_front_matter_agree(path: str) -> None:
    fixture = _fixtures()[path]
    name = FILE_NAME.fullmatch(Path(path).name)
    assert name is not None
    assert set(fixture.front) - OPTIONAL_KEYS == REQUIRED_KEYS
    assert fixture.front["id"] == int(name["id"])
    assert fixture.front["lang"] in {"ru", "kk", "en"}
    assert name["lang"] in {None, fixture.front["lang"]}
    assert fixture.slug in MINISTRIES


@every_file
def test_front_matter_holds_values_of_the_right_type(path: str) -> None:
    front = _fixtures()[path].front
    assert isinstance(front["title"], str)
    assert front["title"].strip()
    assert isinstance(front["note"], str)
    assert re.search(r"[A-Za-z]{3}", front["note"])
    assert "\n" not in front["note"]
    assert isinstance(front["also_under"], list)
    assert set(front["also_under"]) <= MINISTRIES - {_fixtures()[path].slug}
    assert front["short_description"] is None or isinstance(front["short_description"], str)
    assert front["created_date"] is None or isinstance(front["created_date"], str)


@every_file
def test_body_holds_no_authoring_mark(path: str) -> None:
    fixture = _fixtures()[path]
    assert not re.search("[⍽⑊⑉⁁\ufffd]", fixture.body)


@pytest.mark.parametrize("path", [fixture.path for fixture in _ordinary()])
def test_ordinary_release_has_an_ordinary_length_and_many_numbers(path: str) -> None:
    text = _fixtures()[path].text
    assert 800 <= len(text) <= 3000
    assert len(re.findall(r"\d+(?:[\s.,]\d+)*", text)) >= 15
    assert len(re.findall("[А-Яа-яЁё]", text)) > 0.6 * len(text)


def test_there_are_enough_russian_releases_of_enough_ministries() -> None:
    by_ministry = Counter(fixture.slug for fixture in _ordinary())
    assert by_ministry.total() >= 46
    assert set(by_ministry) == MINISTRIES
    assert min(by_ministry.values()) >= 2


def test_releases_are_spread_over_five_months() -> None:
    days = [fixture.created_at.astimezone(ALMATY) for fixture in _ordinary() if fixture.created_at]
    by_month = Counter(day.strftime("%Y-%m") for day in days)
    assert sorted(by_month) == ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01"]
    assert min(by_month.values()) >= 8


def test_ids_are_unique_and_rise_with_time() -> None:
    releases = sorted(_own_texts(), key=lambda fixture: int(str(fixture.front["id"])))
    ids = [fixture.front["id"] for fixture in releases]
    assert len(set(ids)) == len(ids)
    moments = [fixture.created_at for fixture in releases if fixture.created_at]
    assert moments == sorted(moments)


def test_no_sentence_stands_in_two_releases() -> None:
    copies = {SAME_TEXT[1]}
    homes: dict[str, set[str]] = {}
    for fixture in _own_texts():
        if fixture.path not in copies:
            for sentence in re.split(r"(?<=[.!?])\s", fixture.text):
                if len(sentence) > 40:
                    homes.setdefault(sentence, set()).add(fixture.path)
    assert homes
    assert {sentence: paths for sentence, paths in homes.items() if len(paths) > 1} == {}


def test_long_report_has_headings_lists_and_a_table() -> None:
    report = _fixtures()[LONG_REPORT]
    soup = BeautifulSoup(report.body, "lxml")
    assert len(report.text) > 3000
    assert {tag: len(soup.find_all(tag)) for tag in ("h2", "h3", "ul", "ol", "table")} == {
        "h2": 1,
        "h3": 6,
        "ul": 1,
        "ol": 1,
        "table": 1,
    }
    assert soup.find("th", rowspan=True) is not None
    assert len(soup.select("tbody tr")) == 7


def test_empty_and_stub_bodies() -> None:
    assert _fixtures()[EMPTY_BODY].body.strip() == ""
    assert 0 < len(_fixtures()[STUB_BODY].text) < 50


def test_releases_in_other_languages() -> None:
    assert _fixtures()[KAZAKH].front["lang"] == "kk"
    assert len(re.findall("[әғқңөұүһі]", _fixtures()[KAZAKH].text)) > 50
    for path in (ENGLISH, ENGLISH_COPY):
        assert _fixtures()[path].front["lang"] == "en"
        assert not re.search("[А-Яа-яЁё]", _fixtures()[path].text)
    languages = Counter(fixture.front["lang"] for fixture in _own_texts())
    assert (languages["kk"], languages["en"]) == (1, 1)


def test_edited_release_corrects_one_figure_and_adds_one_sentence() -> None:
    first, second = _fixtures()[EDITED], _fixtures()[EDITED_LATER]
    assert (first.front["id"], first.front["title"]) == (second.front["id"], second.front["title"])
    added = (
        " Бизнесу за тот же срок возвращено 912\xa0млрд тенге превышения НДС, на 18% больше прошлогоднего."
    )
    visible = second.text.replace(added.replace("\xa0", " "), "")
    assert visible != second.text
    assert visible.replace("казне 4,4 трлн", "казне 4,2 трлн") == first.text


def test_duplicates_of_each_kind() -> None:
    assert _fixtures()[UNDER_TWO_SLUGS].front["also_under"] == ["economy"]
    assert _fixtures()[LISTED_TWICE].front["listed_twice"] is True
    earlier, later = (_fixtures()[path] for path in SAME_TEXT)
    assert (earlier.front["title"], earlier.body) == (later.front["title"], later.body)
    assert earlier.front["id"] != later.front["id"]
    assert earlier.slug != later.slug


@pytest.mark.parametrize(
    "form",
    [
        r".*T\d\d:\d\d:\d\dZ",
        r".*T\d\d:\d\d:\d\d\.\d+Z",
        r".*T\d\d:\d\d:\d\d\+05:00",
        r".*T\d\d:\d\d:\d\d\.\d+\+05:00",
        r".*T\d\d:\d\d:\d\d\+0[13]:00",
        r".*T00:00:00(\.0+)?\+05:00",
        r".*T00:00:00(\.0+)?Z",
        r".*T\d\d:\d\d:\d\d",
    ],
)
def test_creation_times_come_in_every_form(form: str) -> None:
    assert [f.path for f in _own_texts() if re.fullmatch(form, str(f.front["created_date"]))]


def test_one_release_has_no_creation_time() -> None:
    assert [f.path for f in _own_texts() if f.front["created_date"] is None] == [NO_DATE]


def test_some_releases_fall_on_another_day_in_almaty_than_in_utc() -> None:
    moments = [(f.path, f.created_at) for f in _ordinary() if f.created_at]
    crossing = {path for path, at in moments if at.astimezone(UTC).date() != at.astimezone(ALMATY).date()}
    assert {"qriim/1115320.html", "transport/1118655.html"} <= crossing


@pytest.mark.parametrize(
    "markup",
    [
        "&nbsp;",
        "\u00a0",
        "\u202f",
        "\u2009",
        "&shy;",
        "&laquo;",
        "&ndash;",
        "&minus;",
        "&sup3;",
        'class="MsoNormal"',
        "<o:p></o:p>",
        "<!--[if gte mso",
        "<style",
        "<br>",
        "<br />",
        "<p>&nbsp;</p>",
        "<ul>",
        "<ol>",
        "<h3>",
        "<table",
        "<blockquote>",
        "<sup>",
        "<sub>",
        '<img src="/uploads/',
        'href="/uploads/',
        "1</strong>9&nbsp;640",
        "17<span>&nbsp;</span>300",
        "<span>3</span>7&nbsp;158",
    ],
)
def test_bodies_hold_the_markup_editors_paste(markup: str) -> None:
    assert any(markup in fixture.body for fixture in _fixtures().values())


@pytest.mark.parametrize(
    ("style", "at_least"),
    [
        (r"\d+,\d+ (млн|млрд|трлн)", 40),
        (r"\d+ млрд \d+ млн", 5),
        (r"\d+ трлн \d+ млрд", 5),
        (r"(миллион|миллиард|триллион)", 20),
        (r"тыс\.|тысяч", 80),
        (r"\d\.\d{3}\b", 5),
        (r"\d'\d{3}", 1),
        (r"\d(млн|млрд|трлн|тыс|тг)", 5),
        (r"\d ?%", 100),
        (r"процент(а|ов)", 20),
        (r"п\.п\.|процентн\w+ пункт", 10),
        (r"\bв \d+(,\d+)? раза?\b", 10),
        (r"[Вв]двое|[Вв]трое|вчетверо|впятеро", 6),
        (r"\b(треть|трети|четверть|четверти|половин\w)\b", 15),
        (r"полтор[аы]|полутора", 6),
        (r"кажд\w+ (второй|третий|пятый|шестой|восьмая|двенадцатый)", 6),
        (r"[Сс]выше|[Бб]олее|превыс\w+|перевалил\w+", 30),
        (r"\b([Оо]коло|порядка|примерно|почти)\b", 40),
        (r"не (менее|более|выше|ниже|превышает|меньше|дороже)", 20),
        (r"\bтысяч (пять|шесть|семь|пятнадцать|двести)", 2),
        (r"из них|из которых|в том числе|включая", 40),
        (r"\bот \d[\d ,]* до \d", 5),
        (r"\bс \d[\d ,]* до \d", 8),
        (r"\d[–—-]\d", 20),
        (r"долл\. США|долларов|\$", 25),
        (r"€|евро", 3),
        (r"руб(\.|лей|лях)", 3),
        (r"₸|\bТ\d", 2),
        (r"\bМРП\b", 15),
        (r"ГВт|МВт|кВт·ч", 10),
        (r"\bга\b|гектар", 10),
        (r"ц/га|центнер", 2),
        (r"кубометр|куб\. м|м³|м3", 10),
        (r"на 100 тыс|на \d ?000 жителей|на сто тысяч", 3),
        (r"\d+-(е|я|й|го) место|\d+-(я|й|ую) позиц|\d+-ю строку", 2),
        (r"к 20\d\d году|до 20\d\d года|до конца", 15),
        (r"по данным|согласно данным|по информации", 4),
    ],
)
def test_releases_write_numbers_in_every_style(style: str, at_least: int) -> None:
    found = sum(len(re.findall(style, fixture.text, re.IGNORECASE)) for fixture in _own_texts())
    assert found >= at_least
