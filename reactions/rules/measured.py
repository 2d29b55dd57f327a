"""A measured value beats its sign: hypotension with SBP 95 is none, hypoxia with SpO2 95 is none (contracts.md 4).

Cyanosis and shock are seen, not measured: they count whatever the figures are, and `contradictions` speaks up.
"""

from collections.abc import Container
from dataclasses import dataclass

from desens.numbers.write import plain_text
from reactions.rules import hypotension, hypoxia
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because, signs_of
from reactions.rules.signs import SIGNS


@dataclass(frozen=True, kw_only=True)
class Measured:
    """The vitals that make a reaction severe, the signs that no measurement refutes, and notes on both."""

    severe: tuple[Reason, ...]
    signs: frozenset[str]
    notes: tuple[Reason, ...]

    def among(self, codes: Container[str]) -> tuple[Reason, ...]:
        """The standing signs that are among these, as reasons in the order of the form."""
        return signs_of(sign for sign in SIGNS if sign in self.signs and sign in codes)


def measured(observed: Observed, *, at_most_90: bool = False) -> Measured:
    """The vitals by Brown's limits: SpO2 92 % or below, SBP below 90 mmHg (or at most 90) or low for a child's age."""
    severe = list(hypoxia.reasons(observed))
    notes = list(hypoxia.notes(observed))
    refuted = {"hypoxia"} if hypoxia.is_low(observed) is False else set()
    sbp = observed.sbp_mmhg
    if sbp is not None:
        notes += hypotension.limit_notes(observed, sbp, at_most_90=at_most_90)
        if hypotension.is_low(observed, at_most_90=at_most_90):
            severe.append(because("sbp", sbp=plain_text(sbp)))
        else:
            refuted.add("hypotension")
            if "hypotension" in observed.signs:
                notes.append(hypotension.not_counted(observed, sbp, at_most_90=at_most_90))
    return Measured(severe=tuple(severe), signs=observed.signs - refuted, notes=tuple(notes))
