"""What cannot be, of a sample as it was entered. The form and the service ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from reactions.choices import StartPrecision
from reactions.rules.sample_units import GREATEST, TRYPTASE, is_possible, is_unit_of
from reactions.samples.entered import NewSample

#: How long after the moment that is kept it may have been taken, at most.
WITHIN = {
    StartPrecision.MINUTE: timedelta(),
    StartPrecision.DAY: timedelta(days=1),
    StartPrecision.MONTH: timedelta(days=31),
    StartPrecision.YEAR: timedelta(days=366),
}
#: What the database keeps of a figure.
DECIMALS = 6


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong with one field, in a sentence."""

    field: str
    text: str


def problems(new: NewSample, *, born: date, now: datetime) -> list[Problem]:
    """Everything that cannot be; empty where all is possible."""
    return [*_time(new, born, now), *_value(new)]


def _time(new: NewSample, born: date, now: datetime) -> Iterator[Problem]:
    if new.taken_at > now:
        yield Problem(field="taken_on", text=_("This lies in the future. Type when the sample was taken."))
    elif timezone.localdate(new.taken_at) < born:
        yield Problem(field="taken_on", text=_("This date lies before the birth date."))
    elif new.reaction is not None and _last_moment(new) < (new.reaction.onset_at or new.reaction.started_at):
        words = _("The reaction began later: %(reaction)s. A sample from before it is a baseline.")
        yield Problem(field="taken_on", text=words % {"reaction": new.reaction.started_text})


def _last_moment(new: NewSample) -> datetime:
    """The latest moment at which it can have been taken."""
    return new.taken_at + WITHIN[StartPrecision(new.taken_precision)]


def _value(new: NewSample) -> Iterator[Problem]:
    if new.level is None:
        return
    if not is_unit_of(new.kind, new.unit):
        yield Problem(field="unit", text=_("This is not measured in that unit."))
    if not new.level.value and new.kind == TRYPTASE:
        yield Problem(field="printed", text=_("Tryptase is never 0: type the laboratory's bound with its sign."))
    figures = {"printed": new.level.value, "limit": None if new.limit is None else Fraction(new.limit)}
    for field, figure in figures.items():
        if figure is not None and (figure * 10**DECIMALS).denominator != 1:
            yield Problem(field=field, text=_("Type a number with at most 6 decimals."))
        elif figure is not None and not is_possible(new.kind, figure):
            most = Quantity.of(GREATEST[new.kind], new.unit)
            words = _("No value is this large. Check the figure and its unit: at most %(most)s.")
            yield Problem(field=field, text=words % {"most": most})
