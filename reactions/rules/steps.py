"""How many steps, and how much the first bag is diluted.

No published table fixes these: this default map is an implementation choice (clinical.md 5.3), to be proposed and never
decided: grade 2, 12 steps; grade 3, or a positive skin test with anaphylaxis, or a breakthrough of grade 2 and more
on 12, 16 steps; failure of 16, 20 steps and/or omalizumab; never fewer than the protocol on which a patient reacted.
A grade 1 that is desensitized at all gets the least of the map. Bags: Brigham and Women's Hospital, 3 bags for 12 steps
(first bag 1:100); 4 bags for 16 (first bag 1:1000).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reactions.rules.reasons import Reason, because

USUAL, MORE, MOST = 12, 16, 20
MODERATE = 2
BY_GRADE: Mapping[int, int] = MappingProxyType({1: USUAL, 2: USUAL, 3: MORE})
FIRST_BAG_DILUTION: Mapping[int, int] = MappingProxyType({USUAL: 100, MORE: 1_000, MOST: 10_000})


@dataclass(frozen=True, kw_only=True)
class Breakthrough:
    """A reaction during a desensitization: how many steps its protocol had, the step, the Brown grade."""

    protocol_steps: int | None = None
    step: int | None = None
    brown_grade: int | None = None


@dataclass(frozen=True, kw_only=True)
class StepProposal:
    """Steps and the ratio of the first bag (100 is 1:100); None where `cannot` says what is missing."""

    steps: int | None
    first_bag_dilution: int | None
    because: tuple[Reason, ...] = ()
    cannot: tuple[Reason, ...] = ()


def propose_steps(
    *, brown_grade: int | None, skin_test: str | None, anaphylaxis: bool | None, breakthroughs: tuple[Breakthrough, ...]
) -> StepProposal:
    """The most that any rule asks for. `anaphylaxis` is by the criteria; None where they could not be told."""
    asked: list[tuple[int, Reason]] = []
    if brown_grade is not None:
        asked.append((BY_GRADE[brown_grade], because("steps-by-grade", grade=str(brown_grade))))
    if skin_test == "positive":
        asked.append(_by_skin_test(anaphylaxis, brown_grade))
    found = [_by_breakthrough(breakthrough) for breakthrough in breakthroughs]
    asked += [(steps, reason) for steps, reason in found if steps is not None]
    unclear = tuple(reason for steps, reason in found if steps is None)
    if skin_test == "positive" and anaphylaxis is None and (brown_grade or 0) < MODERATE:
        unclear += (because("steps-anaphylaxis-unknown"),)
    if not asked or any(steps is None for steps, _ in found):
        missing = () if asked else (because("brown-grade-missing"),)
        return StepProposal(steps=None, first_bag_dilution=None, cannot=(*missing, *unclear))
    steps = max(steps for steps, _ in asked)
    reasons = [reason for asked_for, reason in asked if asked_for == steps]
    failed = any((breakthrough.protocol_steps or 0) >= MORE for breakthrough in breakthroughs)
    omalizumab = (because("steps-omalizumab"),) if failed else ()
    later = (because("steps-fewer-later"),) if steps == MORE and not failed else ()
    return StepProposal(
        steps=steps,
        first_bag_dilution=FIRST_BAG_DILUTION[steps],
        because=(*dict.fromkeys(reasons), *omalizumab, *later),
        cannot=unclear,
    )


def _by_skin_test(anaphylaxis: bool | None, grade: int | None) -> tuple[int, Reason]:
    """Where criteria cannot be told, Brown's own: "moderate + severe = workable definition of anaphylaxis"."""
    if anaphylaxis:
        return MORE, because("steps-skin-test-anaphylaxis")
    if anaphylaxis is None and (grade or 0) >= MODERATE:
        return MORE, because("steps-skin-test-moderate")
    return USUAL, because("steps-skin-test")


def _by_breakthrough(breakthrough: Breakthrough) -> tuple[int | None, Reason]:
    protocol, grade = breakthrough.protocol_steps, breakthrough.brown_grade
    if protocol is None or grade is None:
        return None, because("breakthrough-incomplete")
    said = because("steps-breakthrough", steps=str(protocol), grade=str(grade))
    if grade == 1:
        return (USUAL if protocol <= USUAL else MORE if protocol <= MORE else MOST), said
    return (USUAL if protocol < USUAL else MORE if protocol < MORE else MOST), said
