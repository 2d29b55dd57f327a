"""Oral protocols over days: phases in, days out. Formulae and codes: README.md beside."""

from protocols.engine.days.computing import compute_days
from protocols.engine.days.reader import read_days
from protocols.engine.days.schedule import DayDose, DaysSchedule, ScheduledDay
from protocols.engine.days.specification import DaysSpecification, Phase

__all__ = [
    "DayDose",
    "DaysSchedule",
    "DaysSpecification",
    "Phase",
    "ScheduledDay",
    "compute_days",
    "read_days",
]
