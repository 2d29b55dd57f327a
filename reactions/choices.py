"""The words of a recorded reaction that are kept as codes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Excipient(models.TextChoices):
    """What in a product may be the culprit instead of the drug (clinical.md 5.2)."""

    CASTOR_OIL = "polyoxyl_castor_oil", _("polyoxyl castor oil")
    POLYSORBATE = "polysorbate", _("polysorbate")
    MACROGOL = "macrogol", _("macrogol (PEG)")
    OTHER = "other", _("another excipient (say which in the note)")


class Occasion(models.TextChoices):
    """What was going on: a breakthrough is a reaction during a desensitization (design.md 3)."""

    INFUSION = "infusion", _("regular administration")
    DESENSITIZATION = "desensitization", _("desensitization (breakthrough)")
    CHALLENGE = "challenge", _("graded challenge")
    SKIN_TEST = "skin_test", _("skin test")


class StartPrecision(models.TextChoices):
    """How exactly the start of the exposure is known; the moment kept is the first of the year, month or day."""

    MINUTE = "minute", _("to the minute")
    DAY = "day", _("the day only")
    MONTH = "month", _("the month only")
    YEAR = "year", _("the year only")


class TimeUnit(models.TextChoices):
    """Units of an onset and of a duration."""

    MINUTES = "minutes", _("minutes")
    HOURS = "hours", _("hours")
    DAYS = "days", _("days")


class OnsetPrecision(models.TextChoices):
    """Whether somebody looked at a clock."""

    EXACT = "exact", _("measured")
    ABOUT = "about", _("about")


class AmountUnit(models.TextChoices):
    """Units of a dose, spelled (safety.md 2)."""

    MG = "mg", _("mg")
    MCG = "mcg", _("mcg")
    G = "g", _("g")
    UNITS = "U", _("units")
    MILLION_UNITS = "MU", _("million units")


class RateUnit(models.TextChoices):
    """Units of an infusion rate."""

    ML_H = "mL/h", _("mL/h")
    MG_H = "mg/h", _("mg/h")
    MG_MIN = "mg/min", _("mg/min")


class TreatmentUnit(models.TextChoices):
    """Units of what was given against the reaction."""

    MG = "mg", _("mg")
    MCG = "mcg", _("mcg")
    G = "g", _("g")
    ML = "mL", _("mL")
    L_MIN = "L/min", _("L/min")
    MCG_KG_MIN = "mcg/kg/min", _("mcg/kg/min")


class Administration(models.TextChoices):
    """What became of the infusion."""

    CONTINUED = "continued", _("continued without a stop")
    RESUMED = "resumed", _("interrupted and resumed")
    STOPPED = "stopped", _("stopped for good")
    COMPLETED = "completed", _("had ended before the reaction")


class Care(models.TextChoices):
    """What became of the patient."""

    NOT_ADMITTED = "not_admitted", _("not admitted")
    ADMITTED = "admitted", _("admitted")
    INTENSIVE_CARE = "intensive_care", _("intensive care")
    DIED = "died", _("died")


class Scale(models.TextChoices):
    """What a grade was decided on. For the two definitions of anaphylaxis 1 is "met", 0 "not met"."""

    BROWN = "brown", _("Brown")
    BROWN_TAXANES = "brown_taxanes", _("Brown, adapted for taxanes")
    RING_MESSMER = "ring_messmer", _("Ring and Messmer")
    CTCAE_INFUSION = "infusion_related_reaction", _("CTCAE infusion-related reaction")
    CTCAE_ALLERGIC = "allergic_reaction", _("CTCAE allergic reaction")
    CTCAE_ANAPHYLAXIS = "anaphylaxis", _("CTCAE anaphylaxis")
    CTCAE_CYTOKINE = "cytokine_release_syndrome", _("CTCAE cytokine release syndrome")
    CTCAE_RASH = "rash_maculopapular", _("CTCAE maculopapular rash")
    CTCAE_URTICARIA = "urticaria", _("CTCAE urticaria")
    NIAID_FAAN = "niaid_faan", _("Anaphylaxis, NIAID/FAAN")
    WAO = "wao", _("Anaphylaxis, WAO")
