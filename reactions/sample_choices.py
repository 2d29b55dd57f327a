"""The words of a sample that are kept as codes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from reactions.rules import sample_units


class SampleKind(models.TextChoices):
    """What was measured."""

    TRYPTASE = sample_units.TRYPTASE, _("tryptase")
    IL6 = sample_units.IL6, _("interleukin-6")
    TOTAL_IGE = sample_units.TOTAL_IGE, _("total IgE")
    SPECIFIC_IGE = sample_units.SPECIFIC_IGE, _("specific IgE")
    OTHER = sample_units.OTHER, _("another test")


class Timing(models.TextChoices):
    """Whether a sample tells of a reaction or of the patient's own level."""

    ACUTE = "acute", _("acute")
    BASELINE = "baseline", _("baseline")


class Beyond(models.TextChoices):
    """Where the true value lies when the laboratory gives a bound only; empty: it is the figure."""

    BELOW = "<", _("below")
    ABOVE = ">", _("above")


class Finding(models.TextChoices):
    """A result without a figure, such as that of a mixture of allergens."""

    NEGATIVE = "negative", _("negative")
    POSITIVE = "positive", _("positive")
