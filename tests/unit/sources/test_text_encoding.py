import pytest

from pipeline.sources.text_encoding import UndecodableError, decode_text

TEXT = "Собрано 5 тонн — «рекорд»"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_russian_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == TEXT


def test_a_page_may_declare_its_encoding() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{TEXT[:15]}</p>'

    assert decode_text(page.encode("koi8-r")) == page


@pytest.mark.parametrize(
    "data", [b"\x81\x8d\x90", b"caf\xe9", b"\xff\xfe\x00", b'<meta charset="nonsense">\xff']
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode_text(data)
