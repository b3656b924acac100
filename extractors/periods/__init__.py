"""The period and modality of each number.

Does not belong here: reading temporal expressions (`times`).
"""
