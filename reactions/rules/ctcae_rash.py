"""CTCAE v5.0, rash maculo-papular (from the literature).

"1 < 10 % BSA. 2 10-30 % BSA, or limiting instrumental ADL, or > 30 % with no/mild symptoms. 3 > 30 % with
moderate/severe symptoms, limiting self-care ADL." Symptoms and daily living are not among the codes: above 30 %,
systemic treatment or admission stands for moderate or severe symptoms, an implementation choice that a note names.
"""

from fractions import Fraction

from desens.numbers.write import plain_text
from reactions.rules.ctcae_answers import SOURCE, Reasons, cannot, given, graded, missing
from reactions.rules.graded import Graded
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because
from reactions.rules.treatments import SYSTEMIC
from reactions.rules.ungraded import ungraded

#: Below the first is grade 1, above the second grade 3, both percents of the body surface.
LITTLE_PERCENT, MUCH_PERCENT = 10, 30


def by_surface(surface: Fraction) -> int:
    """1 below 10 %, 2 from 10 to 30 %, 3 above 30 % of the body surface."""
    return 1 + (surface >= LITTLE_PERCENT) + (surface > MUCH_PERCENT)


def surface_reason(surface: Fraction) -> Reason:
    """The extent as a reason."""
    return because("body-surface", surface=plain_text(surface))


def rash_maculopapular(observed: Observed) -> Graded:
    """Grade 1 to 3 by extent; above 30 % by treatment and admission as well."""
    if "maculopapular-rash" not in observed.signs:
        return ungraded(observed, source=SOURCE)
    surface, notes = observed.body_surface_percent, (Reason(code="daily-living-not-told"),)
    if surface is None:
        return cannot(missing(body_surface=True), notes=notes)
    extent = surface_reason(surface)
    if by_surface(surface) < 3:
        return graded(by_surface(surface), (extent,), notes=notes)
    burden: Reasons = (Reason(code="hospitalized"),) if observed.hospitalized else ()
    burden += given(observed.treatment, SYSTEMIC)
    if burden:
        return graded(3, (extent, *burden), notes=notes)
    unknown = missing(hospitalized=observed.hospitalized is None, treatment=observed.treatment is None)
    if unknown:
        return cannot(unknown, because=(extent,), notes=notes)
    return graded(2, (extent, Reason(code="not-treated-systemically")), notes=notes)
