import pytest

from pipeline.cli.output import Column, print_error, print_json_line, print_table


def test_a_table_puts_numbers_right_and_texts_left(capsys: pytest.CaptureFixture[str]) -> None:
    was_cut = print_table([Column("subject"), Column("value", "right")], [("школа", 5), ("совет", 264)])
    header, first, second = capsys.readouterr().out.splitlines()
    assert not was_cut
    assert header.index("value") + len("value") == first.index("5") + 1 == second.index("264") + 3
    assert first.index("школа") == header.index("subject") == 0


def test_a_long_text_is_cut_and_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_table([Column("text")], [("слово " * 100,)], widest_cell=20)
    assert capsys.readouterr().out.splitlines()[1].rstrip() == "слово слово слово с…"


def test_lines_in_a_text_become_one_and_null_a_dash(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([Column("a"), Column("b")], [("x\n\ny", None)])
    assert capsys.readouterr().out.splitlines()[1].split() == ["x", "y", "–"]


def test_brackets_in_data_are_not_taken_for_markup(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([Column("a")], [("[red]5[/red]",)])
    print_error("[bold]no")
    written = capsys.readouterr()
    assert "[red]5[/red]" in written.out
    assert "svodka: [bold]no" in written.err


def test_an_error_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    print_error("first\n  second" + " word" * 100)
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith("svodka: first second word")
    assert written.err.count("\n") == 1


def test_a_json_line_keeps_cyrillic(capsys: pytest.CaptureFixture[str]) -> None:
    print_json_line({"subject": "школа"})
    assert capsys.readouterr().out == '{"subject": "школа"}\n'
