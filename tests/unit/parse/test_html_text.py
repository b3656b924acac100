import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.html_text import html_text
from pipeline.parse.plain_text import plain_text

INLINE = st.sampled_from(["span", "b", "strong", "em", "i", "a", "font", "u", "mark", "small", "o:p"])
WORDS = st.text(alphabet="абв 0123456789,.%&<>\u00a0\u202f-", min_size=1, max_size=40)
BLOCK_TAGS = st.sampled_from(["p", "div", "li", "h2", "td", "blockquote"])


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Первый.</p><p>Второй.</p>", "Первый.\n\nВторой."),
        ("<h2>Итоги</h2>Текст", "Итоги\n\nТекст"),
        ("<div><div><p>Один</p></div></div><div>Два</div>", "Один\n\nДва"),
        ("<p>3</span>7&nbsp;158 тыс.</p>", "37\u00a0158 тыс."),
        ("<p>1<b>2</b><i></i>34,<span>5</span></p>", "1234,5"),
        ("<p>1&shy;000 и 2\u200b000</p>", "1000 и 2000"),
        ("<p>1&thinsp;000&#8239;000</p>", "1\u2009000\u202f000"),
        ("Строка<br>другая<br/>третья", "Строка\nдругая\nтретья"),
        ("Абзац<br><br>другой<br> <br>третий", "Абзац\n\nдругой\n\nтретий"),
        ("<p>Текст<br></p><p>Другой</p>", "Текст\n\nДругой"),
        ("<p>&nbsp;</p><p> </p><p>Текст&nbsp;</p><p></p>", "Текст"),
        ("<p>много \n\t  пробелов</p>", "много пробелов"),
        ("<p>Итоги:</p><ul><li>раз;</li><li>два.</li></ul><p>Всё.</p>", "Итоги:\n\n- раз;\n- два.\n\nВсё."),
        (
            "<ol><li><p>раз</p><p>ещё</p></li><li>два<ul><li>три</li></ul></li></ol>",
            "- раз\nещё\n- два\n- три",
        ),
        ("<ul><li></li><li><br>раз</li></ul>", "- раз"),
        ("<table><caption>Т</caption><tr><th>Р</th><th>Га</th></tr></table>конец", "Т\n\nР | Га\n\nконец"),
        ("<table><tr><td><p>А</p></td><td>1<b>2</b></td></tr><tr><td></td><td> </td></tr></table>", "А | 12"),
        ("<table><tr><td>а</td><td></td><td>5</td></tr></table>", "а | | 5"),
        ("<table><tr><td>раз<br>два</td><td><p>3</p><p>4</p></td></tr></table>", "раз два | 3 4"),
        ("<table><tr><td><p>Один</p><p>Два</p></td></tr></table>", "Один\n\nДва"),
        ("<p>5<script>6</script><style>7</style><!-- 8 --><iframe>9</iframe></p>", "5"),
        ("<p>&laquo;А&raquo; &amp;nbsp; &lt;5&gt;</p>", "«А» &nbsp; <5>"),
        ("<p>12 тыс. м<sup>2</sup>, 10<sup>6</sup>, 15 000<sup>1</sup></p>", "12 тыс. м², 10⁶, 15 000¹"),
        ("<p>CO<sub>2</sub></p>", "CO2"),
        ("<dl><dt>Рост</dt><dd>5%</dd></dl>", "Рост\n5%"),
        ("<p>e\u0301</p>", "é"),
        ("<?xml version='1.0' encoding='windows-1251'?><p>Рост</p>", "Рост"),
        ("<meta charset='windows-1251'><p>Рост</p>", "Рост"),
        ("нет разметки, 5 < 6", "нет разметки, 5 < 6"),
        ("с\u2028разрывом\x00 и половинкой \ud800", "с разрывом и половинкой"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_structure_stays_and_markup_goes(markup: str, text: str) -> None:
    assert html_text(markup) == text


def test_markup_nested_beyond_any_sense_is_read() -> None:
    assert html_text("<span>" * 5000 + "12" + "</span>" * 5000 + "34") == "1234"
    assert html_text("<div>" * 5000 + "12") == "12"


@given(words=st.lists(WORDS, min_size=1, max_size=6), tags=st.lists(INLINE, min_size=6, max_size=6))
def test_inline_tags_leave_no_trace(words: list[str], tags: list[str]) -> None:
    parts = [html.escape(word) for word in words]
    tagged = "".join(f"<{tag} class='x'>{part}</{tag}>" for part, tag in zip(parts, tags, strict=False))

    assert html_text(f"<p>{tagged}</p>") == html_text(f"<p>{''.join(parts)}</p>")


@given(st.lists(st.tuples(BLOCK_TAGS, WORDS), max_size=8))
def test_no_digit_is_lost_or_moved(blocks: list[tuple[str, str]]) -> None:
    markup = "".join(f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in blocks)
    digits = "".join(re.findall(r"\d", "".join(words for _, words in blocks)))

    assert "".join(re.findall(r"\d", html_text(markup))) == digits


@given(st.text(max_size=300))
def test_a_line_without_markup_is_the_same_as_plain_text(text: str) -> None:
    line = " ".join(text.split())

    assert html_text(html.escape(line)) == plain_text(line)


@given(st.text(max_size=300))
def test_any_markup_gives_tidy_text(markup: str) -> None:
    text = html_text(markup)

    assert text == text.strip("\n")
    assert "\n\n\n" not in text
    assert "  " not in text
    assert plain_text(text) == text
