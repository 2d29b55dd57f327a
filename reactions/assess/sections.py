"""Readers for what the sections of the file share; every error names its key and what was expected there."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from desens.numbers.fields import ContentError, Fields
from desens.numbers.suggesting import kind, shown
from reactions.rules.level import Level, read_level
from reactions.rules.skin_test_input import Wheal

MOST_ENTRIES = 200
HUNDRED = Fraction(100)


def section(data: object, *, where: str, optional: Sequence[str], required: Sequence[str] = ()) -> Fields:
    """The keys of a section, each of them optional unless it is required."""
    if not isinstance(data, Mapping):
        raise ContentError(key=where, expected=f"a mapping, not {kind(data)}")
    return Fields(data, where=where, required=required, optional=optional)


def entries(fields: Fields, key: str, *, empty: bool = True) -> list[object]:
    """A list, empty where the key is absent; whether an empty one may be written is told."""
    if key not in fields or (empty and fields.value(key) == []):
        return []
    return fields.entries(key, most=MOST_ENTRIES)


def zero_or_more(fields: Fields, key: str, *, most: Fraction | None = None) -> Fraction | None:
    """A figure from zero up; None where the key is absent."""
    return bounded(fields, key, most=most, zero=True) if key in fields else None


def bounded(fields: Fields, key: str, *, most: Fraction | None, zero: bool = False) -> Fraction:
    """A figure up to `most`."""
    value = fields.figure(key, zero=zero)
    if most is not None and value > most:
        raise fields.error(key, f"a number up to {most}, not {shown(fields.value(key))}")
    return value


def whole_from_zero(fields: Fields, key: str, *, most: int) -> int | None:
    """A whole number from zero up to `most`; None where the key is absent."""
    value = zero_or_more(fields, key, most=Fraction(most))
    if value is not None and value.denominator != 1:
        raise fields.error(key, f"a whole number, not {shown(fields.value(key))}")
    return None if value is None else int(value)


def whole(fields: Fields, key: str, *, most: int) -> int | None:
    """A whole number from one up to `most`; None where the key is absent."""
    return fields.whole(key, most=most) if key in fields else None


def flag(fields: Fields, key: str) -> bool | None:
    """Yes or no; None where the key is absent."""
    return fields.flag(key, default=False) if key in fields else None


def choice(fields: Fields, key: str, options: Sequence[str]) -> str | None:
    """One of the words; None where the key is absent."""
    return fields.choice(key, options) if key in fields else None


def level(fields: Fields, key: str) -> Level | None:
    """A value of a laboratory, such as 3.2 or "<1.0"; None where the key is absent."""
    if key not in fields:
        return None
    text = fields.value(key)
    if not isinstance(text, str):
        raise fields.error(key, f"a number, or one such as <1.0, not {kind(text)}")
    try:
        return read_level(text)
    except ValueError as reason:
        raise fields.error(key, f"{reason}, not {shown(text)}") from None


def wheal(fields: Fields, key: str) -> Wheal | None:
    """Two diameters in mm, or one for both; None where the key is absent."""
    if key not in fields:
        return None
    found = fields.value(key)
    pair = found if isinstance(found, list) else [found, found]
    if len(pair) != 2:
        raise fields.error(key, "two diameters in mm, such as [4, 3]")
    names = (f"{key} 1", f"{key} 2")
    both = Fields(dict(zip(names, pair, strict=True)), where=fields.where, required=names)
    longest, perpendicular = (both.figure(name, zero=True) for name in names)
    return Wheal(longest_mm=longest, perpendicular_mm=perpendicular)
