"""The points through which each line of a picture is drawn. Straight cumulative lines bend on a log scale: sampled."""

from collections.abc import Iterator
from fractions import Fraction

from protocols.engine.delivery import Curve, Piece

Points = list[tuple[Fraction, Fraction]]
#: How many straight bits stand for one piece on the log scale.
BITS = 24


def rate_points(curve: Curve, floor: Fraction) -> Points:
    """The dose rate as a staircase; where it is 0 on the `floor` of the log scale."""
    points: Points = []
    for piece in curve.pieces:
        height = piece.dose_per_min or floor
        points += [(piece.begins, height), (piece.ends, height)]
    return [(points[0][0], floor), *points, (points[-1][0], floor)]


def cumulative_points(curve: Curve, floor: Fraction) -> Points:
    """The cumulative dose from the minute at which it leaves the `floor` of the log scale."""
    return [point for piece in curve.pieces for point in _bent(piece, floor)]


def silences(curve: Curve) -> list[tuple[Fraction, Fraction]]:
    """From when to when nothing is given."""
    return [(piece.begins, piece.ends) for piece in curve.pieces if not piece.dose_per_min]


def _bent(piece: Piece, floor: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """Evenly in dose ratio at first, so that the steep beginning of a piece is smooth, then to its end."""
    low = max(piece.given_before, floor)
    rise = piece.given_after - low
    if rise <= 0:
        yield from ((minute, low) for minute in (piece.begins, piece.ends))
        return
    for bit in range(BITS + 1):
        dose = low + rise * Fraction(bit, BITS) ** 3
        yield piece.begins + (dose - piece.given_before) / piece.dose_per_min, dose
