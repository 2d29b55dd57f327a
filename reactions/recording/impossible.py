"""What cannot be, of a reaction as it was entered: times, doses, contradictory signs. The form and the service ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext as _

from reactions.choices import Occasion, StartPrecision, TimeUnit
from reactions.reaction_rows import MINUTES
from reactions.recording.entered import NewReaction, NewTreatment

#: No single dose of epinephrine against a reaction is larger than a whole resuscitation's, 10 mg.
MOST_EPINEPHRINE = {"mg": Decimal(10), "mcg": Decimal(10_000), "mL": Decimal(100), "g": Decimal("0.01")}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong with one field, in a sentence; `row` is the place of the treatment it is about."""

    field: str
    text: str
    row: int | None = None


def problems(new: NewReaction, *, born: date, now: datetime) -> list[Problem]:
    """Everything that cannot be; empty where all is possible."""
    return [*_start(new, born, now), *_onset(new, now), *_dose(new), *_given(new, now)]


def _start(new: NewReaction, born: date, now: datetime) -> Iterator[Problem]:
    if new.started_at > now:
        yield Problem(field="started_on", text=_("The exposure lies in the future. Type when it began."))
    elif timezone.localdate(new.started_at) < _first_known(born, new.started_precision):
        yield Problem(field="started_on", text=_("This lies before the birth date."))


def _first_known(born: date, precision: str) -> date:
    """The birth date as exactly as the start is known."""
    if precision == StartPrecision.YEAR:
        return born.replace(month=1, day=1)
    return born.replace(day=1) if precision == StartPrecision.MONTH else born


def _onset(new: NewReaction, now: datetime) -> Iterator[Problem]:
    if new.onset is None or new.started_at > now:
        return
    if new.onset < 0:
        yield Problem(field="onset", text=_("A reaction cannot begin before the exposure."))
        return
    minutes = Fraction(new.onset) * MINUTES[TimeUnit(new.onset_unit)]
    if new.started_precision == StartPrecision.MINUTE and new.started_at + _minutes(minutes) > now:
        yield Problem(field="onset", text=_("So counted, the reaction begins in the future. Check the start and this."))


def _dose(new: NewReaction) -> Iterator[Problem]:
    if new.dose_reached is not None and new.planned_dose is not None and new.dose_reached > new.planned_dose:
        yield Problem(field="dose_reached", text=_("This is above the planned dose: more cannot have run in."))
    if new.occasion != Occasion.DESENSITIZATION and (new.step is not None or new.protocol_steps is not None):
        yield Problem(field="step", text=_("A step belongs to a desensitization: choose that as the occasion."))
    if new.step is not None and new.protocol_steps is not None and new.step > new.protocol_steps:
        yield Problem(field="step", text=_("The protocol has fewer steps than this."))


def _given(new: NewReaction, now: datetime) -> Iterator[Problem]:
    if new.treatments and new.untreated:
        yield Problem(field="untreated", text=_("“Nothing was given” contradicts the treatments above."))
    for row, given in enumerate(new.treatments):
        yield from (Problem(field=name, text=text, row=row) for name, text in _of_treatment(given, new, now))


def _of_treatment(given: NewTreatment, new: NewReaction, now: datetime) -> Iterator[tuple[str, str]]:
    most = MOST_EPINEPHRINE.get(given.dose_unit)
    if given.dose is not None and given.code.startswith("epinephrine") and most is not None and given.dose > most:
        yield "dose", _("No dose of epinephrine is this large. Check the figure and its unit.")
    if given.given_at is not None and given.given_at < new.started_at:
        yield "when", _("This lies before the exposure. After midnight, type the minutes after the onset.")
    if given.given_at is not None and given.given_at > now:
        yield "when", _("This lies in the future.")


def _minutes(value: Fraction) -> timedelta:
    return timedelta(seconds=int(value * 60))
