"""Words around a territory that tell what it does in its sentence.

Belongs here: the patterns. Does not belong here: the roles (`place_settings`) and the rules that ask
for the patterns (`place_roles`, `place_titles`, `place_governors`).
"""

import re

_I = re.IGNORECASE
LOOK_BACK = 110
"""How far before a name its governors are looked for."""
GOVERNED = 300
"""How far around it, at most, the words of its clause reach."""
_BEFORE_NAME = (
    r"(?:(?:г\.|гор\.|город\w{0,3}|с[её]л(?:о|а|у|е|ом)|пос[её]л\w{2,3}|деревн\w{1,2}|аул\w{0,2}|республик\w{1,2}|област\w{1,3}|район\w{0,3}|территори\w{1,2}"
    r"|сам\w{2,3}|вс\w{2,3}|целом)\s*)*[«\"“„]?"
)
PREPOSITION = re.compile(
    rf"(?<![\w-])(?P<word>в|во|на|по|из|со?|между|для|ко?|от|до|через|у|под|против|при|об?|за|кроме|без|над|из-за)\s+"
    rf"{_BEFORE_NAME}$",
    _I,
)
"""The preposition of a name, behind which "город" or "территория" may stand."""
WITHIN_HEAD = re.compile(
    r"территори|(?:город(?:е|ах)|сел(?:е|ах)|пос[её]лк(?:е|ах)|деревн(?:е|ях)|аул(?:е|ах)|област(?:и|ях)|район(?:е|ах)|республик(?:е|ах))\s*[«\"“„]?$",
    _I,
)
"""A head in the locative before a name that stays in the nominative: "в городе Астана"."""
ONTO = re.compile(r"(?<!\w)на\s+территорию\s", _I)
"""A way into a territory: "въезд на территорию России"."""
INFLOW = re.compile(
    r"(?<!\w)(?:инвест|вложен|влож|приток|импорт|ввоз|ввез|завез|привлеч|въех|въезд|прибы|приех|посет|миграц)",
    _I,
)
"""What comes into the country: "в Казахстан" is then where it is."""
VENUE = re.compile(
    r"(?<!\w)(?:встреч|переговор|заседани|совещани|саммит|брифинг|конференци|форум|съезд|сесси|визит|поездк)"
    r"\w{0,3}\s(?:(?!маслихат)[^\W\d_]+\s){0,2}$",
    _I,
)
"""Meetings, whose place says nothing of the numbers told there: "на встрече в Ташкенте"."""
MET = re.compile(
    r"(?<!\w)(?:встреч|встрет|переговор|заседани|совещани|бесед|обсуди)\w{0,6}\s(?:[^\W\d_]+\s)?со?\s(?:[^\W\d_]+\s){1,5}$",
    _I,
)
"""People met, whose territory says no more: "совещание с аграриями Акмолинской области"."""
COMPARED = re.compile(r"(?<!\w)чем\s+(?:в\s+среднем\s+)?(?:у|в|по)?\s*" + _BEFORE_NAME + "$", _I)
"""A territory behind "чем"."""
EXAMPLE = re.compile(
    r"(?<!\w)(?:включая|в\s+том\s+числе|например|в\s+частности|среди\s+них|такие\s+как)\s+(?:во?\s+|на\s+)?"
    + _BEFORE_NAME
    + "$",
    _I,
)
"""Words that give examples."""
CLOSED_BEHIND = re.compile(r"\s*[,).]")
"""An example ends here."""
OFFICE = re.compile(
    r"(?<!\w)(?:министерств|министр|минист|губернатор|вице-губернатор|мэр(?:ия|ии|ию|ией|а|у|ом)?(?!\w)|депутат|омбудсмен|вооруж[её]нн|орган(?:ы|ов|ам|ами|ах)?(?!\w)|мин[а-я]{3,9}(?!\w)|правительств|кабинет|парламент|мажилис|сенат|президент|премьер|бюро|агентств|"
    r"комитет|департамент|управлени|акимат|аким(?!\w)|аким[ауе]|акимом|банк|фонд(?:а|у|ом|е)?(?!\w)|посол|посл[аоу]|посольств|консул|"
    r"делегаци|глава|главой|главы|комисси|палат|суд(?!\w)|суда|судом|прокуратур|полици|служб|ассоциаци|федераци|союз|"
    r"(?:г?у)?мвд(?!\w)|у?ф(?:нс|сб|ас|сс|ссп)(?!\w)|клуб|цик(?!\w)|кодекс|закон|конституци|гимн|флаг|герб|паспорт|маслихат|холдинг|нацбанк|центробанк|"
    r"академи|совет|ассамбле|штаб|народ|геро|орден|приказ|постановлени|указ|послани|нацкомпани|"
    r"компани|ао(?!\w)|тоо(?!\w)|дчс|дгд|мчс|мвд|мид(?!\w)|кнб|инвестор|делегат|представител|сторон|коллег|"
    r"форум|съезд|курултай|саммит|чемпионат|куб[ок]|преми[яиюей])\w*",
    _I,
)
"""Offices, institutions and events that are named after a territory."""
TOWN_MARK = re.compile(r"(?<!\w)г(?:ор)?\.\s?$")
"""The mark of a town's name, whose dot ends nothing: "аким г. Аксу"."""
CHAIN_END = re.compile(r"[.,;:()–—!?\d]")
"""What ends the genitive chain of an office."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word."""
FOREIGN_ORIGIN = re.compile(
    r"(?<!\w)(?:гражд|инвестор|компани|специалист|студент|турист|предпринимател|партн|импорт\w*\s+из)\w*\s+$",
    _I,
)
"""People and goods told by where they come from."""
ROUTE_WORD = re.compile(
    r"(?<!\w)(?:рейс|маршрут|поезд|обход|трасс|автодорог|автотрасс|дорог[аиу]|коридор|направлени[юияе]|участ(?:ок|к)|перегон|магистрал|"
    r"газопровод|нефтепровод|линии|сообщени[ея])\w*\s*[«\"“„]?$",
    _I,
)
"""Ways that are named after their ends."""
DASH_BEHIND = re.compile(r"\s?[–—-]\s?[«\"]?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*(?!\w)")
"""A dash to another name."""
DASH_BEFORE = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*[»\"]?\s?[–—-]\s?$")
"""A dash from another name."""
COORDINATED = re.compile(r"\s*(?:,|\sи|,?\s+а\s+также|\sили)\s+(?:г\.\s*)?$")
"""What joins two names."""
TRADE = re.compile(
    r"(?<!\w)(?:экспорт|импорт|торгов|товарооборот|инвест|вложил|поставк|поставщик|партн|вывоз|ввоз|отгруз|ушло|отправ|партнёр)",
    _I,
)
"""Trade, of which a foreign country is a side."""
TRADER_BEHIND = re.compile(
    r"\s+(?!(?:вложил|инвест))(?:[^\W\d_]+\s+|в\s+\w+\s+раза\s+){0,2}?(?:увелич|сократ|нараст|снизи|экспортир|импортир|продал|ввез|вывез|закуп|купил|поставил)",
    _I,
)
"""What a country that trades itself does: "Китай увеличил импорт"."""
LABEL_BEHIND = re.compile(
    r"(?:\s*[–—(:]|\s-\s)\s*(?:(?:на|в|до|от|со?|по|около|более|свыше|почти|порядка)\s+)?[$€₸]?\d|\s+(?:на\s+)?[$€₸]?\d"
    r"|\sсо?\s(?:[а-яё]+\s)?\d[\d,. ]*\s?(?:%|процент|тыс|млн|млрд|балл)"
    r"|\sсо?\s(?!(?:19|20)\d\d(?!\d))\d[\d ]*(?=[,.;]|\sи\s|$)",
    _I,
)
"""A number that is tied to the name before it."""
GOVERNED_BEHIND = re.compile(r"(?:\s*[–—(:]|\s-\s)\s*[$€₸]?\d")
"""The same for a name in the genitive: "музеев страны 104" ties nothing."""
LABEL_BRACKET = re.compile(r"\s*\([^()\d]{0,20}\d")
"""A number in a bracket behind a name."""
HOME_GENITIVE = ("страны", "республики")
"""Words for the country in the genitive."""
LABEL_OF_CHANGE = re.compile(
    r"(?:\s*[–—]|\s-\s)\s*(?:(?:рост|прирост|снижение|увеличение|спад)\s+)?(?:на|в)\s+\d"
)
"""A change that is tied to a country: "в Китай – рост на 5%"."""
LISTED = re.compile(r"(?:[:,;]\s(?:и\s)?|\sи\s)$", _I)
"""What stands before a member of a list."""
LABEL_DASH = re.compile(r"\s[–—-]\s(?:(?:около|более|свыше|почти|порядка)\s)?[$€₸]?\d", _I)
"""A number tied to a label by a dash."""
AGENCY = re.compile(r"\s*(?:/\s?[\w«»\"-]+|[.,]\s*\d{1,2}\s+[а-я]+|[.,]\s*[А-ЯЁA-Z]{4,})")
"""What follows the dateline of an agency."""
BETWEEN = re.compile(r"(?<!\w)между\s+[^.;:]{0,60}$", _I)
"""Two names that something lies between."""
GAMES = re.compile(
    r"(?<!\w)(?:[Ии]гр(?:ы|ах|ам)?|[Оо]лимпиад\w+|[Пп]аралимпиад\w+|[Уу]ниверсиад\w+)\s+(?:\w+\s+)?во?\s+$"
)
"""Games that are told by their city."""
ALLOTTED = re.compile(
    r"(?<!\w)(?:выдел|направ|перечисл|предостав|передат)\w*\s+(?:[^.;:()\d]{0,40}\s)?"
    r"(?:акимат(?:у|ам)|администраци(?:и|ям)|бюджет(?:у|ам)|управлени(?:ю|ям))\s+$",
    re.IGNORECASE,
)
"""Money for a territory's authority."""
RESERVE = re.compile(r"\s+орман[ыд]")
"""The Kazakh word that makes a forest reserve of a name."""
# "в Северный Арал" is a sea; the adjective of a region's own name is taken in by the finder.
LARGER_NAME = re.compile(r"[а-яё,]\s+[А-ЯЁ][а-яё]+(?:ый|ий|ая|ое|ой|ого|ом|ую|ому)\s+$")
