"""The words of the clinical background that are kept as codes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConditionState(models.TextChoices):
    """Whether the patient still has it."""

    ACTIVE = "active", _("active")
    RESOLVED = "resolved", _("resolved")


class Intention(models.TextChoices):
    """What a treatment line is meant to reach."""

    CURATIVE = "curative", _("curative")
    ADJUVANT = "adjuvant", _("adjuvant")
    PALLIATIVE = "palliative", _("palliative")
    OTHER = "other", _("other")


class Basis(models.TextChoices):
    """How an ordered dose was computed."""

    FLAT = "flat", _("flat: one amount for everybody")
    PER_KG = "per_kg", _("per kg of body weight")
    PER_M2 = "per_m2", _("per m² of body surface")
    AUC = "auc", _("target AUC (Calvert)")


class DoseUnit(models.TextChoices):
    """Units of an ordered dose, spelled (safety.md 2)."""

    MG = "mg", _("mg")
    MCG = "mcg", _("mcg")
    G = "g", _("g")
    UNITS = "U", _("units")
    MILLION_UNITS = "MU", _("million units")


class ValueKind(models.TextChoices):
    """What is measured beside weight and height; units and bounds: patients.rules.dated_values."""

    CREATININE = "creatinine", _("serum creatinine")
    FEV1_PERCENT = "fev1_percent", _("FEV1, % of predicted")
    FEV1 = "fev1", _("FEV1")
    PLATELETS = "platelets", _("platelets")
    NEUTROPHILS = "neutrophils", _("neutrophils")
    HEMOGLOBIN = "hemoglobin", _("hemoglobin")
    EJECTION_FRACTION = "ejection_fraction", _("left ventricular ejection fraction")


class RiskKind(models.TextChoices):
    """What raises the risk of a desensitization or forbids a product (clinical.md 5.2, 6)."""

    ASTHMA = "asthma", _("asthma")
    CARDIAC = "cardiac_disease", _("cardiac disease")
    MASTOCYTOSIS = "mastocytosis", _("mastocytosis")
    TRYPTASE = "raised_tryptase", _("raised baseline tryptase")
    PREGNANCY = "pregnancy", _("pregnancy")
    NSAID = "nsaid_hypersensitivity", _("NSAID hypersensitivity or AERD")
    CASTOR_OIL = "polyoxyl_castor_oil", _("hypersensitivity to polyoxyl castor oil")
    POLYSORBATE = "polysorbate", _("hypersensitivity to polysorbate")
    MACROGOL = "macrogol", _("hypersensitivity to macrogol (PEG)")
    OTHER_EXCIPIENT = "other_excipient", _("hypersensitivity to another excipient")


class Presence(models.TextChoices):
    """Asked and found, or asked and not found. Without an entry: not recorded, which is neither."""

    PRESENT = "present", _("present")
    ABSENT = "absent", _("absent")


class MedicineClass(models.TextChoices):
    """Medicines that change skin tests, reactions or their treatment (clinical.md 4.3, 5.2, 6)."""

    BETA_BLOCKER = "beta_blocker", _("beta-blocker")
    ACE_INHIBITOR = "ace_inhibitor", _("ACE inhibitor")
    H1_FIRST = "antihistamine_first", _("antihistamine, 1st generation")
    H1_SECOND = "antihistamine_second", _("antihistamine, 2nd generation")
    H2 = "h2_blocker", _("H2 blocker")
    TRICYCLIC = "tricyclic", _("tricyclic antidepressant")
    BENZODIAZEPINE = "benzodiazepine", _("benzodiazepine")
    TOPICAL_STEROID = "topical_corticosteroid", _("topical corticosteroid at the test site")
    SYSTEMIC_STEROID = "systemic_corticosteroid", _("systemic corticosteroid")
    OMALIZUMAB = "omalizumab", _("omalizumab")
    ANTICOAGULANT = "anticoagulant", _("anticoagulant")
    NSAID = "nsaid", _("NSAID or acetylsalicylic acid")
    MONTELUKAST = "montelukast", _("leukotriene antagonist (montelukast)")
    SSRI = "ssri", _("SSRI")
    OTHER = "other", _("another medicine")


class Intake(models.TextChoices):
    """What is known of the last intake."""

    ONGOING = "ongoing", _("ongoing")
    STOPPED = "stopped", _("stopped on")
    TAKEN = "taken", _("last taken on")
    UNKNOWN = "unknown", _("last intake not known")
