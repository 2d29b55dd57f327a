"""Keys for order and comparison: names without accents and case, numbers without blanks."""

import secrets
import unicodedata

#: No vowels and no look-alike signs: a code never spells a word and is read aloud safely.
CODE_SIGNS = "23456789bcdfghjkmnpqrstvwxz"
CODE_LENGTH = 10


def comparable(text: str) -> str:
    """Without accents, case and doubled blanks: `Núñez  Ibáñez` and `nunez ibanez` are equal."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


def number_key(hospital_number: str) -> str:
    """A hospital number as it is compared: no blanks, upper case."""
    return "".join(unicodedata.normalize("NFKC", hospital_number).split()).upper()


def new_code() -> str:
    """A random code of a patient or protocol, about 47 bits."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
