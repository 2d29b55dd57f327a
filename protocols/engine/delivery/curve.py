"""A dose over time, piecewise linear and exact: stretches of one dose rate, and what was given before each."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.line import ZERO


@dataclass(frozen=True, kw_only=True)
class Piece:
    """From `begins` to `ends` (minutes from the first start) the dose rate is constant, in the unit per minute.

    `given_before` is the dose given up to `begins`.
    """

    begins: Fraction
    ends: Fraction
    dose_per_min: Fraction
    given_before: Fraction

    @property
    def given_after(self) -> Fraction:
        """The dose given up to `ends`."""
        return self.given_before + self.dose_per_min * (self.ends - self.begins)


@dataclass(frozen=True, kw_only=True)
class Curve:
    """Pieces without gaps from minute 0; no two neighbours have the same dose rate, so equal doses are equal curves."""

    pieces: tuple[Piece, ...]

    @property
    def total(self) -> Fraction:
        """The dose given in all."""
        return self.pieces[-1].given_after

    @property
    def breakpoints(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """(minute, cumulative dose) where the dose rate changes, both ends included; straight lines join them."""
        return ((ZERO, ZERO), *((piece.ends, piece.given_after) for piece in self.pieces))

    def cumulative_at(self, minute: Fraction) -> Fraction:
        """The dose given up to a minute; after the end the total."""
        for piece in self.pieces:
            if minute < piece.ends:
                return piece.given_before + piece.dose_per_min * (minute - piece.begins)
        return self.total

    @property
    def first_arrival(self) -> Fraction | None:
        """The minute at which the first drug reaches the patient; None where none does."""
        return next((piece.begins for piece in self.pieces if piece.dose_per_min), None)


def curve_of(stretches: Iterable[tuple[Fraction, Fraction]]) -> Curve:
    """The curve of (minutes above 0, dose per minute) one after the other."""
    pieces: list[Piece] = []
    minute, given = ZERO, ZERO
    for minutes, dose_per_min in stretches:
        begins, given_before = minute, given
        if pieces and pieces[-1].dose_per_min == dose_per_min:
            before = pieces.pop()
            begins, given_before = before.begins, before.given_before
        minute += minutes
        given += minutes * dose_per_min
        pieces.append(Piece(begins=begins, ends=minute, dose_per_min=dose_per_min, given_before=given_before))
    return Curve(pieces=tuple(pieces))
