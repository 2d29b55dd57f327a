"""The components of one medicine, such as co-trimoxazole: given together, each in its fixed share of the first.

One tablet holds them all, so that an edited dose of the first changes the others with it.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from protocols.engine import AnyEntry, DaysSpecification, FixedProtocol, IntervalSpecification
from protocols.oral.building import OralSpecification


@dataclass(frozen=True, kw_only=True)
class Share:
    """A component after the first; `times` is its amount over that of the first, in the same unit."""

    drug: str
    times: Fraction


def shares_of(entry: AnyEntry) -> tuple[Share, ...]:
    """The components after the first of a published medicine.

    Empty for one drug, and where an amount is not the same share of the first throughout.
    """
    if not isinstance(entry, FixedProtocol) or not entry.medicine:
        return ()
    first, *rest = entry.specifications
    if not isinstance(first, DaysSpecification | IntervalSpecification):
        return ()
    shares = tuple(Share(drug=one.drug, times=one.target_dose / first.target_dose) for one in rest)
    return shares if [given_with(first, share) for share in shares] == rest else ()


def given_with(first: OralSpecification, share: Share) -> OralSpecification:
    """What is given of a component where `first` is given of the first."""
    times, target_dose = share.times, first.target_dose * share.times
    if isinstance(first, DaysSpecification):
        strengths = tuple(strength * times for strength in first.strengths)
        phases = tuple(
            replace(phase, doses=tuple((time, dose * times) for time, dose in phase.doses)) for phase in first.phases
        )
        return replace(first, drug=share.drug, target_dose=target_dose, strengths=strengths, phases=phases)
    solutions = tuple(replace(one, concentration=one.concentration * times) for one in first.solutions)
    doses = tuple(one if one.dose is None else replace(one, dose=one.dose * times) for one in first.doses)
    return replace(first, drug=share.drug, target_dose=target_dose, solutions=solutions, doses=doses)
