"""Tags of the dictionary (OpenCorpora) in Universal Dependencies terms.

Belongs here: the mapping of parts of speech, cases and the other grammemes. Does not belong here: the
dictionary (`dictionary`), which reading of a word is likely (`readings`).
"""

from functools import cache

from pymorphy3.tagset import OpencorporaTag

UD_POS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "VERB",
    "COMP": "ADV",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "ADJ",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PRED": "ADV",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
}
_CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "gen2": "Gen",
    "acc2": "Acc",
    "loc2": "Loc",
    "voct": "Nom",
    "gen1": "Gen",
    "loc1": "Loc",
}
_VERB_FORMS = {"VERB": "Fin", "INFN": "Inf", "PRTS": "Part", "ADJS": "Part", "GRND": "Conv"}
_TENSES = {"past": "Past", "pres": "Pres", "futr": "Fut"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
UD_NUMBERS = {"sing": "Sing", "plur": "Plur"}

# The fields of a reading between its lemma and its score.
Features = tuple[str, str, str, str, str, str, bool, bool, bool]


@cache
def ud_features(tag: OpencorporaTag) -> Features | None:
    """What a tag (there are a few thousand) says in UD terms; None where it names no UD part of speech."""
    pos = UD_POS.get(tag.POS)
    if pos is None:
        return None
    grammemes = tag.grammemes
    return (
        pos,
        _CASES.get(tag.case, ""),
        UD_NUMBERS.get(tag.number, ""),
        _GENDERS.get(tag.gender, ""),
        _VERB_FORMS.get(tag.POS, ""),
        _TENSES.get(tag.tense, ""),
        tag.POS == "PRTF",
        "anim" in grammemes,
        bool(grammemes & {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}),
    )
