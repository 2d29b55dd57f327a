"""Reasons: a code with values; `messages.py` holds the sentence of each code, a page translates it.

A sign is a reason by its own code; so is the name of what is missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a rule says what it says: a code of `messages.MESSAGES`, and the figures or words of its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


def because(code: str, **values: str) -> Reason:
    """A reason with its values in the order given."""
    return Reason(code=code, values=tuple(values.items()))


def signs_of(codes: Iterable[str]) -> tuple[Reason, ...]:
    """Each sign as a reason."""
    return tuple(Reason(code=code) for code in codes)
