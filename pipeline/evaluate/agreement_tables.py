"""The agreement of two annotation passes as tables.

Belongs here: which table has which columns. Does not belong here: the comparison (`agreement`).
"""

from collections.abc import Iterator

from pipeline.evaluate.agreement import Agreement
from pipeline.evaluate.table import Table, of_text, ratio_text, retrieval_texts


def agreement_tables(agreement: Agreement) -> Iterator[Table]:
    """What two annotation passes agree on, and where they differ."""
    rows = (("mention", *retrieval_texts(agreement.mention)), ("strict", *retrieval_texts(agreement.strict)))
    facts = agreement.mention
    title = f"Two passes over {agreement.texts} texts: {facts.found} and {facts.stated} facts"
    yield Table(title, ("", "of the first", "of the second", "F1"), rows)
    shares = tuple((slot, ratio_text(share), of_text(share)) for slot, share in agreement.slots.items())
    yield Table("Slots of the facts in both", ("slot", "agreement", "same"), shares)
    differences = tuple((d.doc_id, d.quote, d.slot, d.first, d.second) for d in agreement.disagreements)
    yield Table(
        f"{len(differences)} disagreements",
        ("text", "number", "slot", "first pass", "second pass"),
        differences,
    )
