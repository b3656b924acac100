"""The one spaCy pipeline: a text becomes a Doc with number tokens, sentences, lemmas and a tree.

Belongs here: the pipeline and its components for sentence ends (razdel) and morphology (pymorphy3). Does not
belong here: tokens (`docs`), syntax (`syntax_component`), any rule about facts, the models themselves.
"""

from bisect import bisect_left
from functools import cache, lru_cache

import numpy as np
from spacy import symbols
from spacy.attrs import LEMMA, LOWER, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.expressions.expressions import Expression
from extractors.expressions.scan import Scan
from extractors.language import patterns as _patterns  # noqa: F401 - registers its component
from extractors.language import syntax_component as _syntax_component  # noqa: F401 - the same
from extractors.language.docs import (
    BLOCKS,
    EXPRESSIONS,
    OFFSETS,
    SCAN,
    SENTENCES,
    STARTS,
    TAGS,
    TEXT,
    WORDS,
    make_doc,
    numbered_sentences,
)
from extractors.language.homonyms import HOMONYMS, REACH, tag_of
from extractors.lexicon.ambiguity_classes import NUMBER_TAG, ambiguity_class
from extractors.lexicon.readings import readings
from extractors.text.sentences import at_tokens, find_blocks, find_sentences

_CACHE_WORDS = 100_000
_POS_IDS = {"": 0} | {
    name: getattr(symbols, name)
    for name in (
        "NOUN",
        "PROPN",
        "ADJ",
        "VERB",
        "ADV",
        "ADP",
        "PRON",
        "NUM",
        "CCONJ",
        "PART",
        "INTJ",
        "PUNCT",
        "SYM",
        "SPACE",
    )
}


@Language.component("svodka_sentences", assigns=["doc.user_data"])
def split_sentences(doc: Doc) -> Doc:
    """Finds blocks and sentence starts (razdel), never inside an expression or a time."""
    text: str = doc.user_data[TEXT]
    scan: Scan = doc.user_data[SCAN]
    blocks = find_blocks(text)
    offsets: list[int] = doc.user_data[OFFSETS]
    joined = [(e.start, e.end) for e in scan.expressions]
    # "10 мес. 2024 г.": no sentence ends within a time
    joined += [(t.start, t.end - 1) for t in scan.times if ". " in text[t.start : t.end - 1]]
    spans = at_tokens(find_sentences(text, blocks, joined), offsets)
    doc.user_data[STARTS] = [bisect_left(offsets, span.start) for span in spans]
    doc.user_data[BLOCKS] = blocks
    doc.user_data[SENTENCES] = spans
    return doc


@Language.component("svodka_morphology", assigns=["token.lemma", "token.pos", "token.tag"])
def tag_words(doc: Doc) -> Doc:
    """Sets lemma and part of speech from the likeliest reading, and the ambiguity class as tag.

    Words of sentences without an expression stay bare.
    """
    expressions: dict[int, Expression] = doc.user_data[EXPRESSIONS]
    words: list[str] = doc.user_data[WORDS]
    tags = [("", "", "")] * len(words)
    for _, first, last in numbered_sentences(doc):
        for index in range(first, last):
            word = words[index]
            tags[index] = ("NUM", NUMBER_TAG, word) if index in expressions else _tag(word)
            if word in HOMONYMS:
                around = words[max(first, index - 2) : index], words[index + 1 : min(last, index + REACH)]
                tags[index] = tag_of(word, *around) or tags[index]
    doc.user_data[TAGS] = tags
    rows = [_keys(doc.vocab, tagged) for tagged in tags]
    return doc.from_array([POS, TAG, LEMMA], np.array(rows, dtype=np.uint64))  # type: ignore[arg-type] # spaCy's hashes need 64 unsigned bits


@lru_cache(maxsize=_CACHE_WORDS)
def _keys(vocab: Vocab, tagged: tuple[str, str, str]) -> tuple[int, int, int]:
    """What spaCy keeps of a part of speech, ambiguity class and lemma: keys of its store of strings."""
    pos, tag, lemma = tagged
    return _POS_IDS[pos], vocab.strings.add(tag), vocab.strings.add(lemma)


@lru_cache(maxsize=_CACHE_WORDS)
def _tag(word: str) -> tuple[str, str, str]:
    """Part of speech, ambiguity class and lemma of a word form."""
    found = readings(word)
    if found:
        return found[0].pos, ambiguity_class(word), found[0].lemma
    if word.isspace():
        pos = "SPACE"
    elif word[:1].isalpha():
        pos = "PROPN"
    else:
        pos = "SYM" if any(c.isalnum() for c in word) else "PUNCT"
    return pos, ambiguity_class(word), word


@cache
def load_pipeline(syntax: str) -> Language:
    """The pipeline with the syntax provider of that name; built once for each."""
    # Of what spaCy works out for each new word form our patterns ask for this alone.
    vocab = Vocab(lex_attr_getters={LOWER: str.lower})
    # A Doc comes in tokens (`docs`): the tokenizer of "ru", never asked, took a twentieth of the start.
    nlp = Language(vocab, create_tokenizer=lambda _: lambda text: Doc(vocab, words=[text]))
    nlp.add_pipe("svodka_sentences")
    nlp.add_pipe("svodka_morphology")
    nlp.add_pipe("svodka_syntax", config={"provider": syntax})
    nlp.add_pipe("svodka_patterns")
    return nlp


def analyse(text: str, scan: Scan, syntax: str) -> Doc:
    """The analysed Doc of a text; `doc.text == text`."""
    nlp = load_pipeline(syntax)
    return nlp(make_doc(nlp, text, scan))
