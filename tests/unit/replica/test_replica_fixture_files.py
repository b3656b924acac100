from pathlib import Path

import pytest

from pipeline.replica.fixtures import ContentType, FixtureError, load_fixtures, read_fixture

FRONT = 'id: 7\ntitle: "Т"\ncreated_date: null\nlang: ru\nnote: "n"\n'


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "economy" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_body_is_kept_character_for_character(tmp_path: Path) -> None:
    body = "<p>15\u00a0600,5\u00ad</p>\r\n---\n<p>&nbsp;</p>\n\n"

    text = read_fixture(write(tmp_path, "7.html", f"---\n{FRONT}---\n{body}"))

    assert text.body == body
    assert (text.slug, text.version, text.is_copy) == ("economy", 1, False)


def test_created_date_is_kept_as_it_is_sent(tmp_path: Path) -> None:
    front = FRONT.replace("null", '"2025-10-01T09:30:00.123Z"')

    text = read_fixture(write(tmp_path, "7.html", f"---\n{front}---\n"))

    assert text.front.created_date == "2025-10-01T09:30:00.123Z"
    assert text.body == ""


def test_file_name_says_language_and_version(tmp_path: Path) -> None:
    text = read_fixture(write(tmp_path, "7.ru.v2.html", f"---\n{FRONT}---\n"))

    assert (text.is_copy, text.version) == (True, 2)


def test_content_type_is_news_unless_said_otherwise(tmp_path: Path) -> None:
    plain = read_fixture(write(tmp_path, "7.html", f"---\n{FRONT}---\n"))
    document = read_fixture(write(tmp_path, "7.html", f"---\n{FRONT}content_type: documents\n---\n"))

    assert plain.front.content_type is ContentType.NEWS
    assert document.front.content_type is ContentType.DOCUMENT


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("seven.html", f"---\n{FRONT}---\n", "the name is not"),
        ("7.v0.html", f"---\n{FRONT}---\n", "the name is not"),
        ("7.html", "<p>no front matter</p>", "no front matter"),
        ("7.html", f"---\n{FRONT}", "no front matter"),
        ("8.html", f"---\n{FRONT}---\n", "id 7"),
        ("7.kk.html", f"---\n{FRONT}---\n", "lang ru"),
        ("7.html", f"---\n{FRONT}views: 3\n---\n", "views"),
        ("7.html", f"---\n{FRONT}lang: en\n---\n", "given twice"),
        ("7.html", f"---\n{FRONT.replace('ru', 'kz')}---\n", "lang"),
        ("7.html", f"---\n{FRONT.replace('null', '2025-10-01T09:30:00Z')}---\n", "created_date"),
        ("7.html", f"---\n{FRONT.replace('note', 'remark')}---\n", "note"),
        ("7.html", "---\nid: [7\n---\n", "front matter"),
    ],
)
def test_unusable_file_is_refused_with_its_path(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    path = write(tmp_path, name, text)

    with pytest.raises(FixtureError, match=complaint) as refusal:
        read_fixture(path)

    assert str(path) in str(refusal.value)


def test_folder_without_releases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match="no release files"):
        load_fixtures(tmp_path)


def test_same_id_in_two_folders_is_refused(tmp_path: Path) -> None:
    for slug in ("economy", "minfin"):
        (tmp_path / slug).mkdir()
        (tmp_path / slug / "7.html").write_text(f"---\n{FRONT}---\n", encoding="utf-8")

    with pytest.raises(FixtureError, match="also_under"):
        load_fixtures(tmp_path)


def test_same_version_twice_is_refused(tmp_path: Path) -> None:
    for name in ("7.html", "7.v1.html"):
        write(tmp_path, name, f"---\n{FRONT}---\n")

    with pytest.raises(FixtureError, match="two files for version 1"):
        load_fixtures(tmp_path)
