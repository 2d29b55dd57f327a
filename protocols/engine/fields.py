"""Reading one mapping of a file, key by key; every error names its key and what was expected there."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from desens.numbers.figures import read_figure

MOST_CHARACTERS = 200
_SPELLINGS = {
    "\u00b5g": "mcg", "\u03bcg": "mcg", "ug": "mcg", "microgram": "mcg", "micrograms": "mcg", "milligram": "mg",
    "milligrams": "mg", "nanogram": "ng", "nanograms": "ng", "gram": "g", "grams": "g", "unit": "u", "units": "u",
}  # fmt: skip


class SpecificationError(ValueError):
    """A specification or template that cannot be read: at which key, and what was expected."""

    def __init__(self, *, key: str, expected: str) -> None:
        super().__init__(f"{key}: expected {expected}")
        self.key, self.expected = key, expected


class Fields:
    """A mapping whose keys are all known and whose required keys are all there.

    `where` heads the key in errors, for example "steps entry 3". Every reader below raises
    SpecificationError, for null too.
    """

    def __init__(self, data: object, *, where: str = "", required: Sequence[str], optional: Sequence[str] = ()) -> None:
        if not isinstance(data, Mapping):
            raise SpecificationError(key=where or "(content)", expected=f"a mapping with {', '.join(required)}")
        self.where, self._data = where, data
        known = [*required, *optional]
        for key in data:
            if key not in known:
                suggestion = nearest(key, known) or f" out of {', '.join(known)}"
                raise SpecificationError(key=self._name(shown(key)), expected=f"a known key{suggestion}")
        for key in required:
            if key not in data:
                raise SpecificationError(key=self._name(key), expected="a value, but the key is missing")

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def error(self, key: str, expected: str) -> SpecificationError:
        """The error to raise at one of the keys."""
        return SpecificationError(key=self._name(key), expected=expected)

    def value(self, key: str) -> Any:
        """What stands at the key, as loaded."""
        return self._data[key]

    def figure(self, key: str, *, zero: bool = False) -> Fraction:
        """An exact figure above zero, or with `zero` not below it."""
        text = self._data[key]
        if not isinstance(text, str):
            raise self.error(key, f"a number, not {_kind(text)}")
        try:
            value = Fraction(read_figure(text))
        except ValueError as reason:
            raise self.error(key, f"{reason}, not {shown(text)}") from None
        if value < 0 or (value == 0 and not zero):
            raise self.error(key, f"a number {'not below' if zero else 'above'} zero, not {shown(text)}")
        return value

    def figure_if_given(self, key: str) -> Fraction | None:
        """As `figure`; None where the key is absent."""
        return self.figure(key) if key in self else None

    def whole(self, key: str) -> int:
        """A whole number from 1 up."""
        value = self.figure(key)
        if value.denominator != 1:
            raise self.error(key, f"a whole number, not {shown(self._data[key])}")
        return int(value)

    def text(self, key: str, *, most: int = MOST_CHARACTERS) -> str:
        """Printable text that is not blank."""
        text = self._data[key]
        if not isinstance(text, str) or not text.strip() or len(text) > most or not text.isprintable():
            raise self.error(key, f"printable text of 1 to {most} characters")
        return text.strip()

    def prose(self, key: str, *, most: int = 2000) -> str:
        """As `text`, over several lines, joined to one; empty where the key is absent."""
        text = self._data.get(key, "")
        joined = " ".join(text.split()) if isinstance(text, str) else ""
        if not isinstance(text, str) or len(joined) > most or not joined.isprintable():
            raise self.error(key, f"printable text of at most {most} characters")
        return joined

    def choice(self, key: str, options: Sequence[str]) -> str:
        """One of the words given."""
        return _word(self._data[key], options, self._name(key))

    def words(self, key: str, options: Sequence[str]) -> frozenset[str]:
        """A list, empty allowed, of words out of those given; empty where the key is absent."""
        entries = self._data.get(key, [])
        if not isinstance(entries, list):
            raise self.error(key, f"a list out of {', '.join(options)}")
        return frozenset(_word(entry, options, self._name(key)) for entry in entries)

    def flag(self, key: str, *, default: bool) -> bool:
        """true or false, yes or no."""
        value = self._data.get(key, default)
        if isinstance(value, bool):
            return value
        answers = {"true": True, "yes": True, "false": False, "no": False}
        if not isinstance(value, str) or value.lower() not in answers:
            raise self.error(key, f"true, false, yes or no, not {_kind(value)}")
        return answers[value.lower()]

    def entries(self, key: str, *, most: int) -> list[Any]:
        """A list of at least one entry."""
        entries = self._data[key]
        if not isinstance(entries, list) or not 1 <= len(entries) <= most:
            raise self.error(key, f"a list of 1 to {most} entries")
        return entries

    def _name(self, key: str) -> str:
        return f"{self.where}, {key}" if self.where else key


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


def _word(value: object, options: Sequence[str], name: str) -> str:
    if isinstance(value, str) and value in options:
        return value
    found = f", not {shown(value)}{nearest(value, options)}" if isinstance(value, str) else f", not {_kind(value)}"
    raise SpecificationError(key=name, expected=f"one of {', '.join(options)}{found}")


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    return {"str": "text", "dict": "a mapping", "list": "a list"}.get(type(value).__name__, type(value).__name__)
