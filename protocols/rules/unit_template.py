"""What every use of a template of the unit shows, and which findings a template's own sign-offs answer.

Sources: safety.md 1 (H4: a second person reads), style.md ("every value has an owner, a source and a review date").
Implementation choice, no published rule: only two findings can be signed once for a template, because they follow from
its bags and steps and not from the patient: diluted bags below the label's concentration (every 1/10 and 1/100 bag of a
drug with a stated least is, clinical.md 11) and no rise at a change of bag. A sign-off holds for the places it
names: a bag or step that was added afterwards, or changed for one patient, is signed for by itself.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from desens.numbers.marking import gettext_noop
from protocols.engine import Caution, Finding, Specification, Step

#: The codes that hold for every use of a template.
SIGNED_ONCE = ("concentration-below-range", "no-rise-at-bag-change")
#: Names of the values that a covered finding bears beside its own.
SIGNED_BY, SIGNED_REASON = "signed_by", "signed_reason"

MESSAGES = {
    "template-unread": gettext_noop("This template of the unit was not read by a second person yet."),
    "template-review-due": gettext_noop("The review of this template was due on %(due)s."),
}
#: Stands behind the sentence of a finding that was signed with the template.
SIGNED = gettext_noop("Signed with the template by %(signed_by)s: %(signed_reason)s")


@dataclass(frozen=True, kw_only=True)
class SignedCode:
    """One sign-off of a template for a drug: the finding's code, the places it was signed for, who and why."""

    code: str
    places: frozenset[str]
    by: str
    reason: str


def use_findings(*, of_unit: bool, read: bool, review_due: date | None, on: date) -> tuple[Finding, ...]:
    """Cautions about using a template on a day: unread by a second person, its review due. Due on the day itself."""
    found: list[Finding] = []
    if of_unit and not read:
        found.append(Caution(code="template-unread"))
    if review_due is not None and review_due <= on:
        found.append(Caution(code="template-review-due", values=(("due", review_due.isoformat()),)))
    return tuple(found)


def kept_places(own: Specification, edited: Specification) -> frozenset[str]:
    """The bags and steps of an edited plan that are the template's `own`, as findings name them.

    A bag whose contents follow from the full strength is another one where the last bag is; a step, where the step
    before it, its bag or that step's bag is.
    """
    last = own.solutions[-1:] == edited.solutions[-1:]
    bags = {bag.number for bag in set(own.solutions) & set(edited.solutions) if last or bag.dilution is None}
    pairs = zip(_with_before(own), _with_before(edited), strict=False)
    steps = [number for number, (one, other) in enumerate(pairs, start=1) if one == other and _bags_of(one) <= bags]
    return frozenset({f"solution {number}" for number in bags} | {f"step {number}" for number in steps})


def of_kept(signed: Iterable[SignedCode], kept: frozenset[str]) -> tuple[SignedCode, ...]:
    """The sign-offs, each for those of its places that are still the template's own."""
    return tuple(replace(one, places=one.places & kept) for one in signed)


def signable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that may be signed once with the template; blockers never."""
    return tuple(finding for finding in findings if finding.code in SIGNED_ONCE and finding.level != "blocker")


def covered(findings: Iterable[Finding], signed: Collection[SignedCode]) -> tuple[Finding, ...]:
    """The findings, each that a sign-off answers turned into a caution that names who signed and why."""
    return tuple(_covered(finding, signed) for finding in findings)


def _with_before(plan: Specification) -> Iterable[tuple[Step, ...]]:
    return (plan.steps[max(place - 1, 0) : place + 1] for place in range(len(plan.steps)))


def _bags_of(steps: tuple[Step, ...]) -> set[int]:
    return {step.solution for step in steps}


def _covered(finding: Finding, signed: Collection[SignedCode]) -> Finding:
    answered = next((one for one in signed if one.code == finding.code and (finding.where or "") in one.places), None)
    if answered is None or not signable([finding]):
        return finding
    values = (*finding.values, (SIGNED_BY, answered.by), (SIGNED_REASON, answered.reason))
    return Caution(code=finding.code, where=finding.where, values=values)
