"""The words of an assessment that are kept as codes; those of the rules are the words of contracts.md 4."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Answer(models.TextChoices):
    """An answer of Naranjo's scale; nobody answered is "unknown", never "no" (clinical.md 9)."""

    UNKNOWN = "unknown", _("do not know")
    YES = "yes", _("yes")
    NO = "no", _("no")


class Phenotype(models.TextChoices):
    """What kind of reaction it was."""

    TYPE_I = "type I", _("type I (IgE-like)")
    CYTOKINE_RELEASE = "cytokine release", _("cytokine release")
    MIXED = "mixed", _("mixed")
    TYPE_IV = "type IV", _("type IV (delayed)")
    INDETERMINATE = "indeterminate", _("indeterminate")


class Way(models.TextChoices):
    """How the drug is given from here on, if at all."""

    REGULAR = "regular infusion", _("regular infusion")
    CHALLENGE = "graded challenge", _("graded challenge")
    DESENSITIZATION = "desensitization", _("desensitization")
    AVOID = "avoid", _("avoid: an equally good alternative exists")
    CONTRAINDICATED = "contraindicated", _("contraindicated")


class Pace(models.TextChoices):
    """How fast a desensitization goes."""

    RAPID = "rapid", _("rapid")
    SLOW_ORAL = "slow-oral", _("slow, oral, over days")


class Place(models.TextChoices):
    """Where it is done."""

    DAY_HOSPITAL = "day hospital", _("day hospital, one nurse to one patient")
    INTENSIVE_CARE = "intensive care", _("intensive care, one nurse to one patient")


class Alternative(models.TextChoices):
    """Whether an equally good drug exists. Without an answer: not recorded."""

    NONE = "none", _("none")
    EXISTS = "exists", _("exists")


class Consent(models.TextChoices):
    """What the patient said to the written question. Without an answer: not recorded."""

    WRITTEN = "written", _("given in writing")
    REFUSED = "refused", _("refused")


class ChallengeResult(models.TextChoices):
    """What a graded challenge showed."""

    NEGATIVE = "negative", _("negative: tolerated")
    POSITIVE = "positive", _("positive: a reaction")
