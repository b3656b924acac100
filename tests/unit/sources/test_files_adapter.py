from collections.abc import Callable
from datetime import date
from pathlib import Path

import httpx
import pytest

from pipeline.errors import SettingsError, SourceChanged, SourceUnreachable
from pipeline.fetch.client import PoliteClient
from pipeline.fetch.exchange import Exchange
from pipeline.sources.adapter import Window
from pipeline.sources.files import FilesAdapter, files_source

WINDOW = Window(date(2026, 1, 1))


@pytest.fixture
def client(make_client: Callable[..., PoliteClient]) -> PoliteClient:
    return make_client(lambda _request: httpx.Response(404))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2026" / "б ю").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "2026/a.HTML", "2026/б ю/c.json", ".git/x.txt", ".hidden.txt", "scan.pdf"):
        (tmp_path / name).write_text(f"содержимое {name}", encoding="utf-8")
    return tmp_path


def fetch(client: PoliteClient, path: Path) -> list[Exchange]:
    return list(FilesAdapter().fetch(files_source(path), WINDOW, client))


def test_every_visible_file_is_read_in_order_of_name(folder: Path, client: PoliteClient) -> None:
    exchanges = fetch(client, folder)

    assert [(one.request.url, one.content_type) for one in exchanges] == [
        ("file://files/2026/a.HTML", "text/html"),
        ("file://files/2026/%D0%B1%20%D1%8E/c.json", "application/json"),
        ("file://files/b.txt", "text/plain"),
        ("file://files/scan.pdf", "application/octet-stream"),
    ]
    assert exchanges[2].payload.decode() == "содержимое b.txt"
    assert {(one.status, one.request.method) for one in exchanges} == {(None, "READ")}


def test_a_file_that_we_cannot_read_is_recorded_without_its_content(
    folder: Path, client: PoliteClient
) -> None:
    assert fetch(client, folder)[-1].payload == b""


def test_one_file_may_be_named_alone(folder: Path, client: PoliteClient) -> None:
    (exchange,) = fetch(client, folder / "2026" / "a.HTML")

    assert exchange.request.url == "file://files/a.HTML"


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="gone does not exist"):
        files_source(tmp_path / "gone")


def test_a_folder_without_releases_is_refused(tmp_path: Path, client: PoliteClient) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")

    with pytest.raises(SourceChanged, match=r"holds no releases; it reads \.htm, \.html, \.json"):
        fetch(client, tmp_path)


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, client: PoliteClient) -> None:
    with (tmp_path / "big.txt").open("wb") as out:
        out.truncate(client.response_limit_bytes + 1)

    with pytest.raises(SourceUnreachable, match="SVODKA_RESPONSE_LIMIT_BYTES"):
        fetch(client, tmp_path)


def test_a_link_to_nowhere_is_named(tmp_path: Path, client: PoliteClient) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")

    with pytest.raises(SourceUnreachable, match=r"a\.txt cannot be read: No such file"):
        fetch(client, tmp_path)


def test_a_folder_that_exists_is_known(folder: Path, client: PoliteClient) -> None:
    check = FilesAdapter().check(files_source(folder), client)

    assert check.names == {"files": folder.as_uri()}
    assert check.unknown == ()
