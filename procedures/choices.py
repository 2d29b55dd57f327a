"""The words of a procedure that are kept as codes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DayPrecision(models.TextChoices):
    """How exactly the date is known; the date kept is the first of the year or month."""

    DAY = "day", _("the day")
    MONTH = "month", _("the month only")
    YEAR = "year", _("the year only")


class EventKind(models.TextChoices):
    """What happened to the infusion; the words of `protocols.engine.replay`."""

    START = "start", _("step started")
    PAUSE = "pause", _("paused")
    RESUME = "resume", _("resumed")
    STOP = "stop", _("stopped")


class Outcome(models.TextChoices):
    """How a procedure ended (design.md 3)."""

    TOLERATED = "tolerated", _("tolerated")
    WITH_REACTION = "completed with reaction", _("completed with reaction")
    STOPPED = "stopped", _("stopped")


class StoppedBy(models.TextChoices):
    """Whose decision it was to stop."""

    CLINICAL = "clinical", _("clinical decision")
    REFUSAL = "refusal", _("the patient's refusal")


class DoneNext(models.TextChoices):
    """What was done with the infusion when the patient reacted."""

    CONTINUED = "continued", _("went on without a stop")
    PAUSED = "paused", _("paused, then resumed")
    STEPPED_BACK = "stepped back", _("resumed from an earlier step")
    STOPPED = "stopped", _("stopped for good")
    ENDED_BEFORE = "ended before", _("the infusion had ended before")


class Adjuvant(models.TextChoices):
    """A medicine given between desensitizations, so that the next is tolerated."""

    OMALIZUMAB = "omalizumab", _("omalizumab")
    OTHER = "other", _("another medicine")


class DoseUnit(models.TextChoices):
    """Units of a dose, as the engine names them, spelled for people (safety.md 2)."""

    NG = "ng", _("ng")
    MCG = "mcg", _("mcg")
    MG = "mg", _("mg")
    G = "g", _("g")
    UNITS = "U", _("units")
    INTERNATIONAL_UNITS = "IU", _("international units")
    MILLION_UNITS = "MU", _("million units")
