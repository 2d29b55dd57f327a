"""All that a picture shows, as values, and the text they travel as inside a picture's address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.core import signing

from desens.numbers.write import exact_text, read_exact
from protocols.engine import Schedule
from protocols.engine.delivery import Curve, Delivery
from protocols.engine.delivery.curve import curve_of

#: A request line of gunicorn ends at 4,094 bytes; longer ones have their table only.
LONGEST_TOKEN = 3_500
_SIGNER = signing.Signer(salt="protocols.figure")


@dataclass(frozen=True, kw_only=True)
class Content:
    """Curves in `unit` and minutes; `bags`: (minute, number) where each is hung; `flush_at`: where a flush begins."""

    unit: str
    target: Fraction
    nominal: Curve
    delivered: Curve
    bags: tuple[tuple[Fraction, int], ...]
    flush_at: Fraction | None = None

    @property
    def minutes(self) -> Fraction:
        """How long it all takes."""
        return self.delivered.pieces[-1].ends


def content_of(schedule: Schedule, delivery: Delivery) -> Content:
    """The picture of a schedule and what its line delivers."""
    first, steps = delivery.steps[0], delivery.steps
    return Content(
        unit=schedule.unit,
        target=schedule.target_dose,
        nominal=delivery.nominal,
        delivered=delivery.delivered,
        bags=tuple((step.begins, step.solution) for step in steps if step is first or step.changes_bag),
        flush_at=next((step.begins for step in steps if step.flush), None),
    )


def token_of(content: Content) -> str | None:
    """The content as signed text for an address: the same content gives the same text. None where it is too long.

    It names no patient and no drug.
    """
    stored = [
        content.unit,
        exact_text(content.target),
        _stretches(content.nominal),
        None if content.delivered == content.nominal else _stretches(content.delivered),
        [[exact_text(minute), number] for minute, number in content.bags],
        None if content.flush_at is None else exact_text(content.flush_at),
    ]
    token = _SIGNER.sign_object(stored, compress=True)
    return token if len(token) <= LONGEST_TOKEN else None


def content_from(token: str) -> Content:
    """The inverse of `token_of`; django.core.signing.BadSignature for a text that is none of ours."""
    unit, target, nominal, delivered, bags, flush_at = _SIGNER.unsign_object(token)
    return Content(
        unit=unit,
        target=read_exact(target),
        nominal=_curve(nominal),
        delivered=_curve(delivered or nominal),
        bags=tuple((read_exact(minute), number) for minute, number in bags),
        flush_at=None if flush_at is None else read_exact(flush_at),
    )


def _stretches(curve: Curve) -> list[list[str]]:
    return [[exact_text(piece.ends - piece.begins), exact_text(piece.dose_per_min)] for piece in curve.pieces]


def _curve(stored: Sequence[Any]) -> Curve:
    def stretches() -> Iterator[tuple[Fraction, Fraction]]:
        for minutes, dose_per_min in stored:
            yield read_exact(minutes), read_exact(dose_per_min)

    return curve_of(stretches())
