"""What is wrong with the settings, in one line.

Belongs here: the words. Does not belong here: the settings (`pipeline.settings`).
"""

from pydantic_core import ValidationError


def settings_fault(error: ValidationError) -> str:
    """Names each variable that cannot be used, with its value and what it should be."""
    faults = [
        f"SVODKA_{'_'.join(map(str, fault['loc'])).upper()}={fault['input']} cannot be used ({fault['msg']})"
        for fault in error.errors()
    ]
    return f"{'; '.join(faults)}; README.md lists the settings"
