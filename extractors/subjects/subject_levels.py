"""Rules for counts whose clause or printed word names them: "загрузка поднялась до 41,6".

Belongs here: subjects of verbs of level and change beside a count, and the counting word itself. Does not
belong here: subjects of clauses at large (`clauses`, `subject_linked`).
"""

from extractors.changes.change_words import change_word
from extractors.lexicon.readings import plain_lemma
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, LEVEL_VERBS, MEASURE_WORDS
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.segments import segment_start
from extractors.subjects.clauses import clause_subject
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.questions import Question
from extractors.subjects.subject_changes import of_number

_OUT_OF = "из"


def level_clause(question: Question, discourse: Discourse) -> Subject | None:
    """As in "загрузка поднялась до 41,6": a verb of level or change, and its subject in the same segment."""
    verb = question.verb
    if question.preposition == _OUT_OF:
        return None  # "набор из 37 позиций подорожал"
    if verb is None or (verb.lemma not in LEVEL_VERBS and change_word(verb) is None):
        return None
    if verb.index < segment_start(question.sentence.words, question.number.index):
        return None
    found = clause_subject(question)
    if found is None or _governs(question, discourse):
        return None
    is_moved = question.preposition == "до" and found.rule == "clause.obj"  # "парк увеличат до 60 машин"
    if not is_moved and not found.rule.startswith("clause.nsubj"):
        return None
    counted = of_number(found)
    return found if counted is found else counted.by("clause.count_of")


def _governs(question: Question, discourse: Discourse) -> bool:
    """As in "завезли 400 коров, ожидается завоз ещё 800": more of what was counted before."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    noun = words[before_skipped(words, question.number.index - 1)]
    is_behind = noun.index < question.number.index and is_noun(noun) and noun.lemma not in COUNT_NOUNS
    is_bare = not question.preposition and noun.index and words[noun.index - 1].pos == "VERB"
    return last is not None and last.family == "count" and is_behind and bool(is_bare)


def counted_clause(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "число правонарушений не изменилось: 157 473": what the number of is counted."""
    found = clause_subject(question)
    if found is None or found.head not in COUNT_NOUNS:
        return None
    counted = of_number(found)
    return found if counted is found else counted.by("clause.count_of")


def counting_word(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "поднялась на 14 позиций": the counting word itself where nothing better stands by it."""
    expression = question.expression
    if expression.unit is None:
        return None
    printed = _printed_word(question)
    return Subject(plain_lemma(printed), plain_lemma(printed), "counting_word") if printed else None


def _printed_word(question: Question) -> str:
    """The last word of the printed expression, "" if it ends in digits."""
    last = question.number.text.split()[-1].strip(".")
    return last if last.isalpha() and len(last) > 3 and plain_lemma(last) not in MEASURE_WORDS else ""
