"""Cautions about figures that were measured long ago."""

from collections.abc import Iterator
from datetime import date

from protocols.engine.dosing.figures import PatientFigures
from protocols.engine.finding import Caution

#: Implementation choice, no published limit: as the open loops of the background judge a creatinine.
RECENT_DAYS = 30
#: A height of an adult stays; one of a child, or of a patient whose age is not known, is asked for again.
HEIGHT_DAYS = 365
ADULT_YEARS = 18


def old_figures(names: tuple[str, ...], *, patient: PatientFigures, on: date) -> Iterator[Caution]:
    """One caution for each figure used whose day is more days before `on` than the limit."""
    for name in names:
        figure, limit = patient.dated(name), _limit(name, patient)
        if figure is not None and limit is not None and (days := (on - figure.on).days) > limit:
            values = (("date", figure.on.isoformat()), ("days", str(days)), ("limit", str(limit)))
            yield Caution(code=f"{name}-old", values=values)


def _limit(name: str, patient: PatientFigures) -> int | None:
    if name == "height":
        grown = patient.age is not None and patient.age.value >= ADULT_YEARS
        return None if grown else HEIGHT_DAYS
    return RECENT_DAYS if name in ("weight", "creatinine", "gfr") else None
