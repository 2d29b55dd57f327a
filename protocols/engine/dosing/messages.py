"""The sentences of a target dose: its working, and its findings."""

from desens.numbers.marking import gettext_noop

WORKING = {
    "flat": gettext_noop("%(dose)s: one amount for everybody."),
    "per-kg": gettext_noop("%(amount)s x %(weight)s = %(dose)s."),
    "per-m2": gettext_noop("%(amount)s x %(surface)s = %(dose)s."),
    "mosteller": gettext_noop(
        "Body surface by Mosteller: square root of (%(height)s x %(weight)s / 3600) = %(surface)s."
    ),
    "dubois": gettext_noop(
        "Body surface by DuBois: 0.007184 x (%(height)s to the power of 0.725) x (%(weight)s to the power of 0.425) "
        "= %(surface)s."
    ),
    "surface-capped": gettext_noop("Body surface %(surface)s, limited by the prescriber to %(most)s."),
    "adjusted-from-25": gettext_noop(
        "Body mass index: %(weight)s / (%(height)s / 100)² = %(index)s, 25 or more: adjusted weight."
    ),
    "actual-below-25": gettext_noop(
        "Body mass index: %(weight)s / (%(height)s / 100)² = %(index)s, below 25: actual weight."
    ),
    "ideal-weight-female": gettext_noop("Ideal weight, female: 45.5 + 2.3 x (%(height)s / 2.54 - 60) = %(ideal)s."),
    "ideal-weight-male": gettext_noop("Ideal weight, male: 50 + 2.3 x (%(height)s / 2.54 - 60) = %(ideal)s."),
    "adjusted-weight": gettext_noop("Adjusted weight: %(ideal)s + 0.4 x (%(weight)s - %(ideal)s) = %(adjusted)s."),
    "creatinine-converted": gettext_noop("Serum creatinine: %(reported)s / 88.4 = %(creatinine)s."),
    "creatinine-raised": gettext_noop("Serum creatinine %(creatinine)s is computed as %(least)s."),
    "cockcroft-gault-female": gettext_noop(
        "GFR by Cockcroft-Gault, female: (140 - %(age)s) x %(weight)s / (72 x %(creatinine)s) x 0.85 = %(gfr)s."
    ),
    "cockcroft-gault-male": gettext_noop(
        "GFR by Cockcroft-Gault, male: (140 - %(age)s) x %(weight)s / (72 x %(creatinine)s) = %(gfr)s."
    ),
    "gfr-capped": gettext_noop("Estimated GFR %(gfr)s, capped at %(most)s."),
    "gfr-measured": gettext_noop("GFR as measured, not capped: %(gfr)s."),
    "calvert": gettext_noop("Calvert: %(auc)s x (%(gfr)s + %(other)s) = %(dose)s."),
    "rounded": gettext_noop("Rounded once, half up, to steps of %(step)s: %(dose)s."),
}
FINDINGS = {
    "weight-missing": gettext_noop("Cannot be computed: the weight is missing."),
    "height-missing": gettext_noop("Cannot be computed: the height is missing."),
    "creatinine-missing": gettext_noop("Cannot be computed: the serum creatinine is missing."),
    "age-missing": gettext_noop("Cannot be computed: the age is missing."),
    "sex-missing": gettext_noop("Cannot be computed: the sex is missing; Cockcroft-Gault knows female and male."),
    "gfr-missing": gettext_noop("Cannot be computed: the measured GFR is missing."),
    "ideal-weight-not-stated": gettext_noop(
        "Cannot be computed: the ideal weight is stated from %(least)s on, the height is %(height)s. "
        "Choose the actual weight or a measured GFR."
    ),
    "dose-rounds-to-nothing": gettext_noop(
        "Cannot be computed: %(dose)s rounded to steps of %(step)s is nothing. Choose a smaller step."
    ),
    "weight-old": gettext_noop("The weight is of %(date)s, %(days)s days ago; more than %(limit)s: weigh again."),
    "height-old": gettext_noop(
        "The height is of %(date)s, %(days)s days ago; more than %(limit)s in a patient who may grow: measure again."
    ),
    "creatinine-old": gettext_noop(
        "The serum creatinine is of %(date)s, %(days)s days ago; more than %(limit)s: determine it again."
    ),
    "gfr-old": gettext_noop("The measured GFR is of %(date)s, %(days)s days ago; more than %(limit)s."),
    "surface-limited": gettext_noop("The body surface is %(surface)s; the dose is computed with %(most)s."),
    "creatinine-limited": gettext_noop(
        "The serum creatinine is %(creatinine)s; the dose is computed with %(least)s, which lowers it."
    ),
    "gfr-limited": gettext_noop("The estimated GFR is %(gfr)s; the dose is computed with %(most)s."),
    "gfr-not-limited": gettext_noop("The estimated GFR is %(gfr)s and not capped; the FDA caps it at %(most)s."),
    "not-an-adult": gettext_noop("Cockcroft-Gault estimates adults; the patient is younger than 18 years."),
    "weight-above-actual": gettext_noop(
        "The weight used, %(used)s, is above the actual %(weight)s: it raises the dose."
    ),
    "auc-unusual": gettext_noop("A target AUC of %(auc)s is outside %(least)s to %(most)s (%(source)s)."),
    "rounding-large": gettext_noop("Rounding %(unrounded)s to %(dose)s changes the dose by %(percent)s %%."),
}
MESSAGES = WORKING | FINDINGS


def explain_line(code: str, values: tuple[tuple[str, str], ...]) -> str:
    """A line of the working, or a finding, in English."""
    return MESSAGES[code] % dict(values)
