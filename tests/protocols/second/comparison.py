"""Where the text of the engine's output (contracts.md 0 and 2) and the Fractions of the second way differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")
INTEGERS = {"number", "solution"}


def terminates(value: Fraction) -> bool:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def power_of_ten(value: Fraction) -> int:
    """The place of the first significant digit: 0 for 1 to 9."""
    power = len(str(value.numerator)) - len(str(value.denominator))
    return power if value >= Fraction(10) ** power else power - 1


def same_figure(written: object, value: Fraction | int | None) -> bool:
    """Exact where the decimal ends, else the nearest with 12 significant digits (above 1e12 the whole number)."""
    if value is None or written is None:
        return written is None and value is None
    if not isinstance(written, str) or not PLAIN.fullmatch(written):
        return False
    value = Fraction(value)
    if terminates(value):
        return Fraction(written) == value
    last_digit = min(Fraction(10) ** (power_of_ten(abs(value)) - 11), Fraction(1))
    return abs(Fraction(written) - value) * 2 <= last_digit and (Fraction(written) / last_digit).denominator == 1


def differences(written: dict, found: dict, path: str = "") -> Iterator[str]:
    """Every field of the second way against the same field of the engine's output."""
    for key, value in found.items():
        place = f"{path}{key}"
        other = written.get(key)
        if isinstance(value, dict):
            yield from differences(other, value, f"{place}.")
        elif isinstance(value, list):
            if len(other) != len(value):
                yield f"{place}: {len(other)} rows against {len(value)}"
            for number, (theirs, ours) in enumerate(zip(other, value, strict=False), start=1):
                yield from differences(theirs, ours, f"{place}[{number}].")
        elif key in INTEGERS or isinstance(value, str):
            if other != value or type(other) is not type(value):
                yield f"{place}: {other!r} against {value!r}"
        elif isinstance(value, bool):
            if key == "flush" and bool(other) != value:
                yield f"{place}: {other!r} against {value!r}"
        elif not same_figure(other, value):
            yield f"{place}: {other!r} against {value}"
