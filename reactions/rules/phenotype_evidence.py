"""What the phenotype is proposed from, and the reasons in it for type I and for cytokine release."""

from dataclasses import dataclass

from desens.numbers.write import number_text
from reactions.rules.observed import Observed
from reactions.rules.phenotype_features import CYTOKINE, FEVER_FROM_C, TYPE_1
from reactions.rules.reasons import Reason, because, signs_of
from reactions.rules.signs import SIGNS


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One reaction with the verdicts on its tests; None is "not known", an invalid test is not known."""

    observed: Observed
    skin_test: str | None = None
    delayed_skin_test: bool | None = None
    tryptase_risen: bool | None = None
    il6_raised: bool | None = None

    @property
    def has_type_1_marker(self) -> bool:
        """A biomarker of mast cells."""
        return self.skin_test == "positive" or self.tryptase_risen is True


def type_1_reasons(evidence: Evidence) -> tuple[Reason, ...]:
    """Signs in the order of the form, then biomarkers."""
    signs = signs_of(sign for sign in SIGNS if sign in evidence.observed.signs & TYPE_1)
    skin = (because("skin-test-positive"),) if evidence.skin_test == "positive" else ()
    return signs + skin + ((because("tryptase-risen"),) if evidence.tryptase_risen else ())


def il6_reasons(evidence: Evidence) -> tuple[Reason, ...]:
    """A raised IL-6, which a tumor can cause as well: alone it makes no type I reaction a mixed one."""
    return (because("il6-raised"),) if evidence.il6_raised else ()


def cytokine_signs(evidence: Evidence) -> tuple[Reason, ...]:
    """Signs in the order of the form, a measured temperature instead of the fever."""
    observed = evidence.observed
    measured = observed.temperature_c
    signs = observed.signs & CYTOKINE - ({"fever"} if measured is not None else set())
    found = signs_of(sign for sign in SIGNS if sign in signs)
    if measured is not None and measured >= FEVER_FROM_C:
        found += (because("temperature-measured", temperature=number_text(measured)),)
    return found
