"""Units, currency signs and denominators as they are printed, and what only looks like one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.units.units import UnitKind, load_units, match_per_at, match_unit_at, match_unit_before

AT_START = {
    "т": "t", "т пшеницы": "t", "тонна": "t", "тонн": "t", "тоннами": "t", "Тонн": "t", "ТОНН": "t",
    "тн": "t",
    "кг": "kg", "килограмм": "kg", "килограммов": "kg", "граммов": "g", "мг": "mg", "ц": "ct",
    "центнеров": "ct",
    "карат": "[car_m]", "каратов": "[car_m]", "унций": "[oz_tr]", "тройских унций": "[oz_tr]",
    "м": "m", "метров": "m", "погонных метров": "m", "пог. м": "m", "км": "km", "километрах": "km",
    "мм": "mm",
    "кв. м": "m2", "кв.м": "m2", "кв м": "m2", "м2": "m2", "м²": "m2", "м^2": "m2", "м кв.": "m2", "m2": "m2",
    "кв. метров": "m2", "квадратных метра": "m2", "квадратного метра": "m2", "Кв. м": "m2",
    "кв.\u00a0м": "m2", "кв. км": "km2", "км²": "km2", "га": "har", "гектаров": "har", "гектар": "har",
    "соток": "ar", "м3": "m3", "м³": "m3", "куб. м": "m3", "куб.м": "m3", "кубометров": "m3",
    "кубических метров": "m3",
    "л": "L", "литров": "L", "мл": "mL", "декалитров": "daL", "баррелей": "barrel", "барр.": "barrel",
    "кВт": "kW", "киловатт": "kW", "МВт": "MW", "мегаватт": "MW", "ГВт": "GW", "гигаваттами": "GW",
    "КВТ": "kW",
    "кBт": "kW", "кВт·ч": "kW.h", "кВт*ч": "kW.h", "кВт-ч": "kW.h", "кВт ч": "kW.h", "кВт.ч": "kW.h",
    "кВтч": "kW.h",
    "кВт/ч": "kW.h", "кВт-часов": "kW.h", "киловатт-часа": "kW.h", "киловатт часов": "kW.h", "МВт·ч": "MW.h",
    "гигаватт-часов": "GW.h", "Гкал": "Gcal", "гигакалорий": "Gcal", "л.с.": "[HP]",
    "лошадиных сил": "[HP]", "МВА": "MV.A", "кВ": "kV", "киловольт": "kV", "Дж": "J",
    "ГБ": "GBy", "терабайт": "TBy",
    "секунд": "s", "минут": "min", "мин": "min", "часов": "h", "дней": "d", "суток": "d", "рабочих дней": "d",
    "рабочих дня": "d", "календарных дней": "d", "недель": "wk", "месяцев": "mo", "мес.": "mo", "лет": "a",
    "градусов": "Cel", "градуса Цельсия": "Cel", "°C": "Cel", "°С": "Cel", "ºС": "Cel",
    "градусов мороза": "Cel", "градусов С": "Cel",
    "атмосфер": "atm", "мм рт. ст.": "mm[Hg]",
    "МГц": "MHz", "дБ": "dB",
    "т-км": "t.km", "т·км": "t.km", "ткм": "t.km",
    "тонно-километров": "t.km", "пкм": "pass.km", "пассажиро-километров": "pass.km", "пасс.-км": "pass.km",
    "ДФЭ": "TEU", "TEU": "TEU", "МРП": "MCI", "месячных расчетных показателей": "MCI",
    "месячных расчётных показателей": "MCI", "‰": "[ppth]", "промилле": "[ppth]", "чел.-час": "man.h",
    "тонн условного топлива": "tce", "т у.т.": "tce", "тонн CO2-эквивалента": "t{CO2e}",
    "%": "%", "процентов": "%", "процента": "%", "проц.": "%",
    "п.п.": "pp", "п. п.": "pp", "пп": "pp", "процентных пункта": "pp", "процентного пункта": "pp",
    "проц. пункта": "pp",
    "базисных пунктов": "bp", "раза": "times", "раз": "times", "балла": "{score}", "баллов": "{score}",
    "тенге": "KZT", "тг": "KZT", "тг.": "KZT", "ТЕНГЕ": "KZT", "₸": "KZT", "казахстанских тенге": "KZT",
    "KZT": "KZT",
    "долларов": "USD", "долларов США": "USD", "доллара США": "USD", "американских долларов": "USD",
    "долл.": "USD",
    "долл. США": "USD", "$": "USD", "USD": "USD", "евро": "EUR", "€": "EUR", "рублей": "RUB", "руб.": "RUB",
    "₽": "RUB",
    "российских рублей": "RUB", "белорусских рублей": "BYN", "юаней": "CNY", "китайских юаней": "CNY",
    "фунтов стерлингов": "GBP", "кипрских фунтов": "CYP", "иен": "JPY", "йен": "JPY",
    "швейцарских франков": "CHF",
    "сомов": "KGS", "сумов": "UZS", "турецких лир": "TRY", "гривен": "UAH", "дирхамов ОАЭ": "AED",
    "вон": "KRW",
    "южнокорейских вон": "KRW", "индийских рупий": "INR", "тиынов": "tiyn", "копеек": "kopeck",
}  # fmt: skip
COUNTING = (
    "штук",
    "шт.",
    "единиц",
    "ед.",
    "единицы",
    "экземпляров",
    "экз.",
    "голов",
    "условных голов",
    "гол.",
)
NOT_UNITS = (
    "тракторов", "т.е.", "т. е. ", "т.д.", "т-образных", "места", "мест", "метрополитена", "м-образный",
    "гаражей",
    "городов", "гр-на", "кгб", "литературы", "литовских", "тенгеле", "еврозоны", "рублёвых", "долларовых",
    "центров",
    "частей", "части", "вагонов", "в", "с.ш.", "процентной", "разных", "разработок", "млн", "тыс.", "млрд",
    "и", "",
    "человек", "чел.", "проектов", "градусник", "тонного", "километровой",
)  # fmt: skip
AMBIGUOUS = {"г.": "g", "года": "a", "год": "a", "часов": "h", "В": "V", "А": "A", "раз": "times",
    "день": "d",
             "пунктов": "point", "голова": "{head}", "°": "Cel", "франков": "CHF",
             "квартала": "quarter"}  # fmt: skip
WITH_DENOMINATOR = {
    "ц/га": ("ct", "har"), "м3/с": ("m3", "s"), "м³/сек": ("m3", "s"), "тенге/кг": ("KZT", "kg"),
    "л/с": ("L", "s"),
    "тенге / кг": ("KZT", "kg"), "руб./кв. м": ("RUB", "m2"), "т/сутки": ("t", "d"),
    "долл./барр.": ("USD", "barrel"),
    "тенге/чел.": ("KZT", "человек"), "т\u00a0/\u00a0год": ("t", "a"), "тенге/кВт·ч": ("KZT", "kW.h"),
    "км/ч": ("km", "h"), "км/час": ("km", "h"), "м/с": ("m", "s"), "Мбит/с": ("Mbit", "s"), "г/л": ("g", "L"),
    "мг/м3": ("mg", "m3"), "Гкал/час": ("Gcal", "h"), "мкЗв/ч": ("uSv", "h"), "км\u00a0/ч": ("km", "h"),
    "кг/м2": ("kg", "m2"), "USD/т": ("USD", "t"), "мм/год": ("mm", "a"),
}  # fmt: skip
ENDS = {
    "т. пшеницы": "т.", "т. Это": "т", "га.": "га", "га, а": "га", "руб. Это": "руб.", "руб.": "руб.",
    "тг. за": "тг.",
    "кв.м. жилья": "кв.м.", "кв. м. Это": "кв. м", "км): ": "км", "т)": "т", "тонн.": "тонн",
    "м 2 этажа": "м",
    "км. Всего": "км", "ед. техники": "ед.", "долларов/": "долларов", "% – ": "%", "га\nтыс.": "га",
}  # fmt: skip
BEFORE = {
    "$1,2": ("USD", "$"), "US$1": ("USD", "US$"), "US$ 1": ("USD", "US$"), "₸709": ("KZT", "₸"),
    "₸ 709": ("KZT", "₸"),
    "Т1,8": ("KZT", "Т"), "T1,8": ("KZT", "T"), "€10": ("EUR", "€"), "£5": ("GBP", "£"), "¥7": ("JPY", "¥"),
    "USD 5": ("USD", "USD"), "KZT 5": ("KZT", "KZT"), "стоят $5": ("USD", "$"),
}  # fmt: skip
PER = {
    "/га": "har", " / га": "har", "/чел.": "человек", " за кг": "kg", " за 1 кг": "kg",
    " за один килограмм": "kg",
    " за тонну": "t", " за баррель": "barrel", " за кв. м": "m2", " за квадратный метр": "m2",
    " за кубометр": "m3",
    " за доллар США": "USD", " за единицу": "единица", " за бумагу": "бумага", " за акцию": "акция",
    " за час": "h",
    " на гектар": "har", " на 1 га": "har", " на 100 км": "100 km", " на человека": "человек",
    " на одного жителя": "житель", " на душу населения": "человек", " на каждую область": "область",
    " на 1 школу": "школа", " на место": "место",
    " на рабочее место": "рабочее место", " на 1000 населения": "1000 население",
    " на 1 000 человек": "1000 человек",
    " на\u00a01\u00a0000 родившихся": "1000 родившийся", " на 100 тыс. населения": "100000 население",
    " на 100 тысяч населения": "100000 население", " на каждые 100 тыс. жителей": "100000 житель",
    " на тысячу населения": "1000 население", " на 10 тыс. населения": "10000 население",
    " на миллион жителей": "1000000 житель", " на 100 женщин": "100 женщина", " с гектара": "har",
    " с га": "har",
    " в сутки": "d", " в день": "d", " в год": "a", " в год.": "a", " в месяц": "mo", " в неделю": "wk",
    " в час": "h",
    " в секунду": "s", " в квартал": "quarter", " в смену": "смена", " в среднем в месяц": "mo",
    " ежегодно": "a",
    " ежемесячно": "mo", " ежедневно": "d", " ежесуточно": "d", " еженедельно": "wk", " каждый год": "a",
    " годовых": "a",
    " каждую неделю": "wk",
}  # fmt: skip
NOT_PER = (
    " за год", " за месяц", " за сутки", " за 9 месяцев", " за январь", " на 5 тонн", " на 200 человек",
    " на места",
    " на тонны", " с 5 га", " с начала года", " в недели", " в году", " в годовом", " в городе", " в дне",
    " и/или",
    "/шоссе", " ежедневной", " на экспорт", "", " ", " за счет", " за счёт", " на селе",
    " на проект", " на школу", " за дом", " на процент", " на развитие",
)  # fmt: skip


@pytest.mark.parametrize(("text", "code"), AT_START.items())
def test_unit_form(text: str, code: str) -> None:
    match = match_unit_at(text, 0)
    assert match is not None
    assert (match.unit.code, match.start) == (code, 0)


@pytest.mark.parametrize("text", COUNTING)
def test_counting_word_leaves_a_count(text: str) -> None:
    match = match_unit_at(text, 0)
    assert match is not None
    assert match.unit.kind is UnitKind.COUNTING


@pytest.mark.parametrize("text", NOT_UNITS)
def test_other_words_are_no_units(text: str) -> None:
    assert match_unit_at(text, 0) is None


@pytest.mark.parametrize(("text", "code"), AMBIGUOUS.items())
def test_ambiguous_form_is_flagged(text: str, code: str) -> None:
    match = match_unit_at(text, 0)
    assert match is not None
    assert (match.unit.code, match.ambiguous) == (code, True)


@pytest.mark.parametrize("text", ["лет", "т", "тенге", "тонн", "км", "%", "дней", "долларов"])
def test_usual_form_is_not_ambiguous(text: str) -> None:
    match = match_unit_at(text, 0)
    assert match is not None
    assert not match.ambiguous


@pytest.mark.parametrize(("text", "codes"), WITH_DENOMINATOR.items())
def test_denominator_behind_a_slash(text: str, codes: tuple[str, str]) -> None:
    match = match_unit_at(text, 0)
    assert match is not None
    assert ((match.unit.code, match.per), match.end) == (codes, len(text))
    assert not match.ambiguous


@pytest.mark.parametrize(("text", "quote"), ENDS.items())
def test_where_a_unit_ends(text: str, quote: str) -> None:
    match = match_unit_at(text, 0)
    assert match is not None
    assert text[: match.end] == quote


def test_space_before_a_unit_is_skipped_and_not_part_of_it() -> None:
    match = match_unit_at("15\u00a0тонн зерна", 2)
    assert match is not None
    assert (match.unit.code, match.start, match.end) == ("t", 3, 7)


def test_line_break_before_a_unit_is_not_skipped() -> None:
    assert match_unit_at("15\nтонн", 2) is None


@pytest.mark.parametrize(("text", "expected"), BEFORE.items())
def test_currency_sign_before_a_number(text: str, expected: tuple[str, str]) -> None:
    number = re.search(r"\d", text)
    assert number is not None
    match = match_unit_before(text, number.start())
    assert match is not None
    assert (match.unit.code, text[match.start : match.end]) == expected


@pytest.mark.parametrize("text", ["т1", "ВТ1", "Т 1", "Ту1", "5", "около 5", "Т-34", "AUSD 5"])
def test_no_currency_before_a_number(text: str) -> None:
    number = re.search(r"\d", text)
    assert number is not None
    assert match_unit_before(text, number.start()) is None


@pytest.mark.parametrize(("text", "code"), PER.items())
def test_denominator(text: str, code: str) -> None:
    match = match_per_at(text, 0)
    assert match is not None
    assert match.code == code
    assert text[match.end :].strip(".") == ""


@pytest.mark.parametrize("text", NOT_PER)
def test_period_change_or_place_is_no_denominator(text: str) -> None:
    assert match_per_at(text, 0) is None


def test_amounts_in_one_dimension_compare() -> None:
    units = load_units()
    assert units["GW.h"].factor / units["kW.h"].factor == 1_000_000
    assert units["har"].factor * 100 == units["km2"].factor
    assert units["t"].factor == 10 * units["ct"].factor


@given(st.text(max_size=60), st.integers(min_value=0, max_value=60))
def test_matches_stay_inside_any_text(text: str, position: int) -> None:
    position = min(position, len(text))
    unit, per = match_unit_at(text, position), match_per_at(text, position)
    sign = match_unit_before(text, position)
    assert unit is None or position <= unit.start < unit.end <= len(text)
    assert per is None or position <= per.start < per.end <= len(text)
    assert sign is None or 0 <= sign.start < sign.end <= position


@given(st.sampled_from(sorted(AT_START)), st.text(alphabet=" .,;)\n", max_size=3))
def test_what_follows_a_word_does_not_change_its_unit(form: str, tail: str) -> None:
    match = match_unit_at(form + tail, 0)
    assert match is not None
    assert match.unit.code == AT_START[form]
