"""The words of skin tests that are kept as codes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SkinTestKind(models.TextChoices):
    """How it is put into the skin."""

    PRICK = "prick", _("prick")
    INTRADERMAL = "intradermal", _("intradermal")


class StrengthUnit(models.TextChoices):
    """Units of a test strength and of a stock, spelled (safety.md 2)."""

    MG_ML = "mg/mL", _("mg/mL")
    MCG_ML = "mcg/mL", _("mcg/mL")
    G_ML = "g/mL", _("g/mL")
    NG_ML = "ng/mL", _("ng/mL")
    UNITS_ML = "U/mL", _("units/mL")
    IU_ML = "IU/mL", _("international units/mL")
    MU_ML = "MU/mL", _("million units/mL")
    MILLIMOLAR = "mM", _("mM")


class NegativeControl(models.TextChoices):
    """What the negative control is."""

    SALINE = "saline", _("saline")
    GLYCERIN = "glycerin", _("glycerinated solution")


class ReadAfter(models.TextChoices):
    """When the skin was read: once at 15 to 20 min, and again days later."""

    MINUTES = "minutes", _("15 to 20 min")
    HOURS_24 = "24", _("24 h")
    HOURS_48 = "48", _("48 h")
    HOURS_72 = "72", _("72 h")


class SkinTestResult(models.TextChoices):
    """What a reading says."""

    POSITIVE = "positive", _("positive")
    NEGATIVE = "negative", _("negative")
    INVALID = "invalid", _("invalid")
