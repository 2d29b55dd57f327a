"""What raises the risk of a desensitization, and where to do it.

Sources: Brigham and Women's Hospital ("for medical professionals"): a first reaction with hypotension or desaturation,
cardiac risk, a beta-blocker, FEV1 below 80 %: intensive care; others in the day hospital, one nurse to one patient.
ENDA 2010 and aspirin desensitization: FEV1 70 % (an argument). From the literature: uncontrolled cardiac disease,
hemodynamic instability, mastocytosis or a baseline tryptase above 11.4 ng/mL. The first desensitization of a severe
reactor goes to intensive care (clinical.md 0).
"""

from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.write import number_text
from reactions.rules import hypotension, hypoxia
from reactions.rules.level import Level
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because
from reactions.rules.tryptase_cautions import UPPER_NORMAL, is_above

SEVERE = 3
INTENSIVE_CARE, DAY_HOSPITAL = "intensive care", "day hospital"
#: Conditions that are a high risk by themselves.
HIGH_CONDITIONS = (
    "cardiac-disease",
    "mastocytosis",
    "raised-tryptase",
    "hemodynamic-instability",
    "uncontrolled-asthma",
)
#: Conditions and medicines to decide about, without a place of their own.
TO_DECIDE = ("ace-inhibitor", "pregnancy", "nsaid-hypersensitivity")


@dataclass(frozen=True, kw_only=True)
class Background:
    """The patient's medicines and conditions by code; FEV1 in percent of predicted; None where nobody asked."""

    medicines: frozenset[str] | None = None
    conditions: frozenset[str] | None = None
    fev1_percent: Fraction | None = None
    baseline_tryptase: Level | None = None


@dataclass(frozen=True, kw_only=True)
class Risk:
    """Where, every reason that makes the risk high, and what else has to be decided or is not known."""

    where: str
    high: tuple[Reason, ...]
    decide: tuple[Reason, ...]
    not_recorded: tuple[Reason, ...]


def risk(
    *,
    observed: Observed,
    background: Background,
    brown_grade: int | None,
    breakthrough_grades: tuple[int | None, ...] = (),
    fev1_limit: Fraction = Fraction(80),
) -> Risk:
    """Intensive care for any high risk, of the reaction or of one in a desensitization.

    `fev1_limit` is the unit's setting, 70 or 80 % of predicted.
    """
    present = (background.medicines or frozenset()) | (background.conditions or frozenset())
    again = (because("risk-breakthrough-3"),) if SEVERE in breakthrough_grades else ()
    high = (*_of_reaction(observed, brown_grade), *again, *_of_patient(background, present, fev1_limit))
    return Risk(
        where=INTENSIVE_CARE if high else DAY_HOSPITAL,
        high=high,
        decide=tuple(because(f"decide-{code}") for code in ("beta-blocker", *TO_DECIDE) if code in present),
        not_recorded=_not_recorded(background, present),
    )


def _of_reaction(observed: Observed, brown_grade: int | None) -> tuple[Reason, ...]:
    seen = observed.signs
    low = hypotension.is_low(observed)
    desaturated = hypoxia.is_low(observed)
    found = {
        "risk-grade-3": brown_grade == SEVERE,
        "risk-hypotension": low
        or hypotension.has_fallen(observed)
        or "shock" in seen
        or (low is None and "hypotension" in seen),
        "risk-desaturation": desaturated or "cyanosis" in seen or (desaturated is None and "hypoxia" in seen),
    }
    return tuple(because(code) for code, holds in found.items() if holds)


def _of_patient(background: Background, present: frozenset[str], fev1_limit: Fraction) -> tuple[Reason, ...]:
    found = [because("risk-beta-blocker")] if "beta-blocker" in present else []
    found += [because(f"risk-{code}") for code in HIGH_CONDITIONS if code in present]
    fev1, tryptase = background.fev1_percent, background.baseline_tryptase
    if fev1 is not None and fev1 < fev1_limit:
        found.append(because("risk-fev1", fev1=number_text(fev1), limit=number_text(fev1_limit)))
    if tryptase is not None and is_above(tryptase, UPPER_NORMAL):
        found.append(because("risk-tryptase", value=tryptase.shown))
    return tuple(found)


def _not_recorded(background: Background, present: frozenset[str]) -> tuple[Reason, ...]:
    missing = {
        "medicines-not-recorded": background.medicines is None,
        "conditions-not-recorded": background.conditions is None,
        "fev1-not-recorded": background.fev1_percent is None and "asthma" in present,
    }
    return tuple(because(code) for code, absent in missing.items() if absent)
