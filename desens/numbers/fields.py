"""Reading one mapping of a file, key by key; every error names its key and what was expected there."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from desens.numbers.figures import read_figure
from desens.numbers.suggesting import kind, nearest, shown

MOST_CHARACTERS = 200
Word = TypeVar("Word", bound=str)


class ContentError(ValueError):
    """A file's content that cannot be read: at which key, and what was expected."""

    def __init__(self, *, key: str, expected: str) -> None:
        super().__init__(f"{key}: expected {expected}")
        self.key, self.expected = key, expected


class Fields:
    """A mapping whose keys are all known and whose required keys are all there.

    `where` heads the key in errors, for example "steps entry 3". Every reader below raises
    ContentError, for null too.
    """

    def __init__(self, data: object, *, where: str = "", required: Sequence[str], optional: Sequence[str] = ()) -> None:
        if not isinstance(data, Mapping):
            raise ContentError(key=where or "(content)", expected=f"a mapping with {', '.join(required or optional)}")
        self.where, self._data = where, data
        known = [*required, *optional]
        for key in data:
            if key not in known:
                suggestion = nearest(key, known) or f" out of {', '.join(known)}"
                raise ContentError(key=self._name(shown(key)), expected=f"a known key{suggestion}")
        for key in required:
            if key not in data:
                raise ContentError(key=self._name(key), expected="a value, but the key is missing")

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def error(self, key: str, expected: str) -> ContentError:
        """The error to raise at one of the keys."""
        return ContentError(key=self._name(key), expected=expected)

    def value(self, key: str) -> Any:
        """What stands at the key, as loaded."""
        return self._data[key]

    def figure(self, key: str, *, zero: bool = False, signed: bool = False) -> Fraction:
        """An exact figure above zero, or with `zero` not below it, or with `signed` any."""
        text = self._data[key]
        if not isinstance(text, str):
            raise self.error(key, f"a number, not {kind(text)}")
        try:
            value = Fraction(read_figure(text))
        except ValueError as reason:
            raise self.error(key, f"{reason}, not {shown(text)}") from None
        if not signed and (value < 0 or (value == 0 and not zero)):
            raise self.error(key, f"a number {'not below' if zero else 'above'} zero, not {shown(text)}")
        return value

    def figure_if_given(self, key: str) -> Fraction | None:
        """As `figure`; None where the key is absent."""
        return self.figure(key) if key in self else None

    def whole(self, key: str, *, most: int | None = None) -> int:
        """A whole number from 1 up, to `most` where there is a limit."""
        value = self.figure(key)
        if value.denominator != 1:
            raise self.error(key, f"a whole number, not {shown(self._data[key])}")
        if most is not None and value > most:
            raise self.error(key, f"a whole number up to {most}, not {shown(self._data[key])}")
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

    def choice(self, key: str, options: Sequence[Word]) -> Word:
        """One of the words given."""
        return self._word(key, self._data[key], options)

    def figure_or_choice(self, key: str, options: Sequence[Word]) -> Fraction | Word | None:
        """A figure above zero or one of the words given; None where the key is absent."""
        value = self._data.get(key, "")
        return (
            self.choice(key, options) if isinstance(value, str) and value[:1].isalpha() else self.figure_if_given(key)
        )

    def words(self, key: str, options: Sequence[Word]) -> frozenset[Word]:
        """A list, empty allowed, of words out of those given; empty where the key is absent."""
        entries = self._data.get(key, [])
        if not isinstance(entries, list):
            raise self.error(key, f"a list out of {', '.join(options)}")
        return frozenset(self._word(key, entry, options) for entry in entries)

    def flag(self, key: str, *, default: bool) -> bool:
        """true or false, yes or no."""
        value = self._data.get(key, default)
        if isinstance(value, bool):
            return value
        answers = {"true": True, "yes": True, "false": False, "no": False}
        if not isinstance(value, str) or value.lower() not in answers:
            raise self.error(key, f"true, false, yes or no, not {kind(value)}")
        return answers[value.lower()]

    def figures(self, key: str, *, most: int) -> tuple[Fraction, ...]:
        """A list of at least one figure above zero, each once; empty where the key is absent."""
        if key not in self:
            return ()
        entries = self.entries(key, most=most)
        numbered = {f"{key} entry {n}": entry for n, entry in enumerate(entries, start=1)}
        listed = Fields(numbered, where=self.where, required=tuple(numbered))
        figures = tuple(listed.figure(name) for name in numbered)
        if len(set(figures)) < len(figures):
            raise self.error(key, "each figure once")
        return figures

    def entries(self, key: str, *, most: int) -> list[Any]:
        """A list of at least one entry."""
        entries = self._data[key]
        if not isinstance(entries, list) or not 1 <= len(entries) <= most:
            raise self.error(key, f"a list of 1 to {most} entries")
        return entries

    def _word(self, key: str, value: object, options: Sequence[Word]) -> Word:
        for option in options:
            if option == value:
                return option
        found = f"{shown(value)}{nearest(value, options)}" if isinstance(value, str) else kind(value)
        raise self.error(key, f"one of {', '.join(options)}, not {found}")

    def _name(self, key: str) -> str:
        return f"{self.where}, {key}" if self.where else key
