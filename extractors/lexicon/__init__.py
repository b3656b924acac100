"""What single words are: readings from the dictionary, counted nouns, agreeing forms.

Does not belong here: words in their sentence (`language`).
"""
