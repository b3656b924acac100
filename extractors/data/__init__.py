"""Lexicons as data: tables of units and places, and the scripts that derive their surface forms.

Belongs here: TSV tables, and `make_*` scripts that compute the generated tables from the
hand-written ones with pymorphy3. Does not belong here: how a text is matched against them
(`units`, `places`). The scripts run offline and print to standard
output; nothing at run time imports them.
"""
