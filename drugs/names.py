"""How drug names are matched: by a normalised name, so that a hyphen drops no drug (style.md, traps)."""

import unicodedata


def drug_key(name: str) -> str:
    """Letters and digits only, without accents and case: `Cis-atracurium` and `cisatracurium` are one."""
    parted = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in parted if sign.isalnum())
