"""Numbers that state no fact: names, identifiers, contacts, clock times, ages, durations.

Belongs here: the patterns in raw text by which a number is rejected, each with its reason.
Does not belong here: calendar times (`times`), and numbers that only syntax can reject
(`compose`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import RejectionReason as R


@dataclass(frozen=True, slots=True)
class GuardedSpan:
    """A stretch of text whose numbers are no facts."""

    start: int
    end: int
    reason: R
    rule: str


_I = re.IGNORECASE
_X = re.IGNORECASE | re.VERBOSE
_STREET = r"(?:ул\.|улиц\w+|пр-т\.?|просп\.|проспект\w*|пер\.|переулок\w*|шоссе|бульвар\w*|мкр\.?|микрорайон\w*|пл\.)"

# Stretches recognised by their own shape; an earlier one wins over a later one.
_SPANS: tuple[tuple[str, R, re.Pattern[str]], ...] = (
    ("url", R.CONTACT, re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w[\w.]*|\b[\w-]+\.(?:kz|ru|com|org|net)\b\S*", _I)),
    ("hashtag", R.NAME, re.compile(r"[#@][\w]+")),
    ("phone", R.CONTACT, re.compile(r"(?<![\d.,])(?:\+\d[\s\u00a0-]?|8[\s\u00a0-]?(?=[(\d]))\(?\d{3,4}\)?[\s\u00a0-]?\d{2,3}[\s\u00a0-]\d{2}(?:[\s\u00a0-]?\d{2})?(?!\d)")),
    ("phone", R.CONTACT, re.compile(r"(?<![\d.,])\+?\d?[\s\u00a0-]?\(\d{3,5}\)[\s\u00a0-]?\d{1,3}[\s\u00a0-]?\d{2}[\s\u00a0-]?\d{2}(?!\d)")),
    ("phone", R.CONTACT, re.compile(r"(?<![\d.,])\d{2,3}-\d{2}-\d{2}(?![\d-])")),
    ("phone", R.CONTACT, re.compile(
        r"(?:телефон\w*|тел\.|факс\w*|call-центр\w*|колл-центр\w*|контакт-центр\w*|горяч\w+ лини\w+|коротк\w+ номер\w*|по номер\w*|служб\w+ спасения)"
        r"\s*[:–—-]?\s*[«\"]?\d[\d\s()+-]{1,18}(?<=\d)", _I)),
    ("number_sign", R.IDENTIFIER, re.compile(
        r"№+\s?[\w./-]*\d[\w./-]*(?:\s?(?:,|и|–|-)\s?\d[\w/-]*(?=[\s,.;)»]))*|(?<!\w)N\s?\d[\w/-]*")),
    ("standard", R.IDENTIFIER, re.compile(
        r"(?<!\w)(?:ГОСТ|СТ\s?РК|ISO|ИСО|СНиП|ТР\s?ТС|ТР\s?ЕАЭС|СП\s?РК|МЭК|IEC|OHSAS|СанПиН|МКБ|ТН\s?ВЭД|ОКВЭД)"
        r"(?:\s?[A-ZА-Я]{0,4})?[\s-]?(?:№\s?)?\d[\d./:-]*")),
    ("act_unit", R.IDENTIFIER, re.compile(
        r"(?<!\w)(?:стат(?:ь|е)\w*|ст\.|пункт\w*|п\.|пп\.|подпункт\w*|част(?:ь|и|ью|ей|ям|ях)|глав(?:а|ы|е|у|ой)|гл\.|"
        r"раздел\w*|параграф\w*|приложени\w+|прил\.|табл(?:иц\w+|\.)|рис(?:унок|унк\w+|\.)|абзац\w*|стро(?:ка|ки|ке|ку|ках)|граф(?:а|ы|е|у))"
        r"\s{1,2}\d+(?:[.-]\d+)*\)?(?:\s?(?:,|и|–|-)\s?\d+(?:[.-]\d+)*\)?(?![\d\s]*(?:%|тыс|млн|млрд|\w*процент)))*(?!\s?(?:тыс|млн|млрд|%|тенге))", _I)),
    ("act_number", R.IDENTIFIER, re.compile(r"(?<![\w-])\d+-(?:[IVXLC]+|[А-ЯЁ]{1,4})(?![а-яё])(?:-\d+)?")),
    ("code", R.IDENTIFIER, re.compile(
        r"(?<!\w)(?:БИН|ИИН|БИК|ИНН|ОГРН|КПП|КБК|ИИК|УИН|SWIFT|код\w*|индекс:?)\s*:?\s*\d[\d\s-]*(?<=\d)")),
    ("address", R.CONTACT, re.compile(
        rf"(?<!\w){_STREET}\s+[«\"]?[\w.-]+(?:\s+[\w.-]+){{0,3}}[»\"]?,?\s*(?:д(?:ом)?\.?\s*)?\d+[/\w-]*(?:,\s*(?:каб|оф|кв)\w*\.?\s*\d+)?", _I)),
    ("address", R.CONTACT, re.compile(r"(?<!\w)(?:дом|д\.|каб(?:инет\w*|\.)|офис\w*|оф\.|корпус\w*|стр\.|этаж\w*)\s+№?\s?\d+[/\w-]*(?!\s?(?:тыс|млн|%))", _I)),
    ("clock", R.CLOCK, re.compile(r"(?<![\d:.,])(?:[01]?\d|2[0-4])[:][0-5]\d(?::[0-5]\d)?(?![\d:])(?:\s?(?:час\w*|ч\.))?", _I)),
    ("clock", R.CLOCK, re.compile(r"(?<!\w)(?:в|к|с|до|по|около)\s(?:[01]?\d|2[0-4])[.-][0-5]\d(?=\s?(?:час|ч\.|до|по|утра|вечера|местного|мск))(?:\s(?:до|по)\s\d{1,2}[.:]\d\d)?(?:\s?час\w*)?", _I)),
    ("clock", R.CLOCK, re.compile(
        r"(?<!\w)(?:в|к|с|до|около)\s(?:[01]?\d|2[0-4])(?:\s(?:до|и)\s(?:[01]?\d|2[0-4]))?\s(?:час(?:ов|а|ам)?)(?:\s\d{1,2}\sминут\w*)?(?:\s(?:утра|вечера|дня|ночи|по\s\w+\sвремени))", _I)),
    ("score", R.OTHER, re.compile(r"(?<![\d:.,])\d{1,3}:\d{1,3}(?:\s?\d{3})*(?![\d:])")),
    ("round_the_clock", R.NAME, re.compile(r"(?<!\d)24/7(?!\d)")),
    ("hyphen_name", R.NAME, re.compile(r"(?<![\w])(?:[A-Za-zА-Яа-яЁё][\w&»]*|»)[-–‑]\d+(?:[.,]\d+)?(?:[-–‑]\w+)*(?![\d])(?!\s?(?:%|тыс|млн|млрд))")),
    ("letter_name", R.NAME, re.compile(r"(?<![\w])[A-Za-z][A-Za-z.]*\d[\w.]*|(?<![\w.,])\d+(?:[A-Z][A-Za-z]*)(?!\w)")),
    ("latin_name", R.NAME, re.compile(r"(?<!\w)(?:Windows|Boeing|Airbus|Top|TOP|Big|Web|Formula|Forbes|Fortune|Global|Industry|Vision|Kazakhstan|Expo|EXPO|ЭКСПО|Нурлы [Жж]ер|Топ|ТОП)[\s-]\d+(?:[.]\d+)?(?!\s?%)")),
    ("century", R.DATE, re.compile(r"(?<!\w)(?:\d{1,2}(?:-?(?:го|м|й))?|[XIVХ]+(?:\s?[–-]\s?[XIVХ]+)?)\s+(?:век\w*|вв?\.|столети\w+)", _I)),
    ("decade", R.DATE, re.compile(r"(?<!\d)(?:19|20)?\d0-(?:х|е)\s(?:год\w*|гг\.?)|(?<!\d)(?:19|20)\d0-[хе](?!\w)", _I)),
    ("roman", R.EDITION, re.compile(r"(?<![\w])(?=[IVXХLC])(?:X{1,3}|Х{1,3}|XL|L|C)?(?:IX|IV|V?I{0,3})(?:-?(?:й|го|м|ой|ая|ое|е|му))?(?=\s+[А-Яа-яЁё«])(?![\w])")),
    ("academic_year", R.DATE, re.compile(r"(?<!\d)(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)(?=\s+учебн)", _I)),
    ("furniture", R.FURNITURE, re.compile(r"(?<!\w)(?:Просмотр\w*|Комментари\w*|Опубликован\w*|Обновлен\w*)\s*:\s*\d[\d\s.:]*", _I)),
    ("list_marker", R.LIST_MARKER, re.compile(r"(?m)^[ \t\u00a0]*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2})(?=[ \t\u00a0]+[«\"А-ЯЁA-Zа-яё])(?!\s+(?:тыс|млн|млрд|трлн|%|процент|тенге))")),
    ("list_marker", R.LIST_MARKER, re.compile(r"(?<=[:;,.]\s)\d{1,2}\)(?=\s[а-яёА-ЯЁ])")),
    ("age", R.AGE_BRACKET, re.compile(
        r"(?:(?:в\s)?возраст\w*\s(?:[\w]+\s){0,2}?|старше\s|младше\s|моложе\s|достигш\w+\s(?:возраста\s)?|не\sдостигш\w+\s|родившихся\s)"
        r"(?:от\s|до\s|с\s|в\s|свыше\s|более\s)?(?:\d{1,3}|[а-яё]+)(?:-?(?:ти|х|летнего))?(?:(?:\s?[–—-]\s?|\s(?:до|по|и)\s)\d{1,3}(?:-?(?:ти|х))?)?\s?(?:лет|года?|месяц\w*|годам)?(?:\s(?:и\s(?:старше|более)|включительно))?(?!\w)", _I)),
    ("age", R.AGE_BRACKET, re.compile(
        r"(?<![\d,.])\d{1,3}(?:\s?[–—-]\s?\d{1,3})?\s?лет\sи\s(?:старше|более|младше|моложе)|(?<![\d,.])\d{1,2}\+(?!\d)", _I)),
    ("age", R.AGE_BRACKET, re.compile(
        r"(?:дет(?:и|ей|ям|ях|ьми)|ребенк\w+|ребёнк\w+|ребят\w*|молод[её]жь?\w*|подростк\w+|гражда\w+|женщин\w*|мужчин\w*|лиц\w*|школьник\w*|"
        r"дошкольник\w*|пациент\w*|населени\w+|девоч\w+|мальчик\w*|юнош\w+|работник\w*)\s(?:[\w-]+\s){0,2}?(?:\(\s?)?(?:(?:в\s)?(?:от|до|с)\s)?"
        r"(?:\d{1,2}|[а-яё]{3,14}(?=\sлет))(?:-?(?:ти|х))?(?:(?:\s?[–—-]\s?|\s(?:до|по)\s)\d{1,2}(?:-?(?:ти|х))?)?\s(?:лет|года?|месяцев)(?!\w)", _I)),
    ("school_grade", R.ORDINAL, re.compile(r"(?<![\d,.])\d{1,2}(?:-?(?:го|м|х|й|е|ый))?(?:\s?[–—-]\s?|\s?,\s?|\sи\s)?(?:\d{1,2}(?:-?(?:го|м|х|й|е|ый))?)?\s(?:класс(?:а|е|у|ах|ам|ами)?|классник\w*|курс(?:а|е|у)?)(?!\w)(?=[^%]{0,30})", _I)),
)  # fmt: skip

_BEFORE: tuple[tuple[str, R, re.Pattern[str]], ...] = (
    ("label_before", R.IDENTIFIER, re.compile(
        r"(?<!\w)(?:категори(?:и|я|ю|ей)|разряда?|типа?|верси\w+|модел\w+|рейса?|маршрута?|поезда?|протокол\w*|билета?|серии|лота?|форм(?:а|ы|е|у)|вариант\w*|"
        r"шифр\w*|номер(?:а|ом|у)?)\s(?:№\s?)?$", _I)),
    ("score_before", R.OTHER, re.compile(r"сч[её]том\s$", _I)),
)  # fmt: skip
_AFTER: tuple[tuple[str, R, re.Pattern[str]], ...] = (
    ("jubilee", R.ATTRIBUTE, re.compile(r"[-–‑]?(?:\s?[–-]\s?)?летн(?:ий|его|ему|им|ем)\s(?:юбилей|юбилея|юбилею|юбилеем)", _I)),
    ("age_compound", R.AGE_BRACKET, re.compile(r"[-–‑]?(?:ти|х)?[-–‑]?летн\w+", _I)),
    ("compound", R.ATTRIBUTE, re.compile(r"[-–‑](?:[а-яё]{3,}|я(?=\s))", _I)),
)  # fmt: skip

_QUOTED = re.compile(r"«[^«»\n]{1,90}»|\"[^\"\n]{1,60}\"|“[^“”\n]{1,90}”")
_QUOTED_SPEECH = re.compile(
    r"[.!?;:,](?:\s|$)|\s[–—]\s|(?<!\w)(?:мы|нас|нам|будет|было|были|есть|составля\w+|состави\w+)(?!\w)", _I
)


def find_guarded_spans(text: str) -> list[GuardedSpan]:
    """All stretches whose numbers are no facts by their own shape, in order of priority."""
    spans = [
        GuardedSpan(*match.span(), reason, rule)
        for rule, reason, pattern in _SPANS
        for match in pattern.finditer(text)
        if match.end() > match.start()
    ]
    return spans + list(_quoted_names(text))


def _quoted_names(text: str) -> Iterator[GuardedSpan]:
    """Quotes that are names ("«100 конкретных шагов»"), not speech, with a number in them."""
    for match in _QUOTED.finditer(text):
        inner = match[0][1:-1]
        if any(c.isdigit() for c in inner) and len(inner.split()) <= 8 and not _QUOTED_SPEECH.search(inner):
            yield GuardedSpan(*match.span(), R.NAME, "quoted_name")


def guard_number(text: str, start: int, end: int) -> tuple[R, str] | None:
    """The reason for which the words right before or behind a number make it no fact, with the rule."""
    for rule, reason, pattern in _BEFORE:
        if pattern.search(text, max(0, start - 30), start):
            return reason, rule
    for rule, reason, pattern in _AFTER:
        if pattern.match(text, end):
            return reason, rule
    return None
