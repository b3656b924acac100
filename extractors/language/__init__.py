"""The spaCy pipeline: tokens, sentences, morphology, syntax, grammatical patterns.

Does not belong here: rules about facts.
"""
