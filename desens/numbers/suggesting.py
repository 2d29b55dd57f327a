"""The words of reading errors: what stands in a file, and what was probably meant."""

from collections.abc import Sequence
from difflib import get_close_matches

_SPELLINGS = {
    "\u00b5g": "mcg", "\u03bcg": "mcg", "ug": "mcg", "microgram": "mcg", "micrograms": "mcg", "milligram": "mg",
    "milligrams": "mg", "nanogram": "ng", "nanograms": "ng", "gram": "g", "grams": "g", "unit": "u", "units": "u",
    "saline": "diluent", "glucose": "diluent", "dextrose": "diluent",
}  # fmt: skip


def shown(value: object) -> str:
    """A short, printable form of what stands in a file."""
    text = str(value)
    return (text if text.isprintable() else ascii(text))[:60]


def nearest(word: object, known: Sequence[str]) -> str:
    """The suggestion that ends an error; empty where nothing is near. Never g for a microgram."""
    spelled = str(word).lower()
    lowered = {name.lower(): name for name in known}
    near = get_close_matches(_SPELLINGS.get(spelled, spelled), lowered, n=1, cutoff=0.5)
    return f" (did you mean {lowered[near[0]]}?)" if near else ""


def kind(value: object) -> str:
    """What a value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    return {"str": "text", "dict": "a mapping", "list": "a list"}.get(type(value).__name__, type(value).__name__)
