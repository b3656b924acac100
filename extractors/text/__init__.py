"""The raw text before any grammar: words, sentences, blocks, tables, brackets.

Does not belong here: what a word means (`lexicon`), numbers (`numbers`).
"""
