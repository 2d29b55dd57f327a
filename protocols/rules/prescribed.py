"""What the prescriber did by hand and everybody after should see: an edited plan, a dose other than ordered."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from protocols.engine import Caution, Finding
from protocols.rules import ordered_dose
from protocols.rules.ordered_dose import Ordered, ordered_findings

MESSAGES = ordered_dose.MESSAGES | {
    "plan-edited": gettext_noop(
        "Bags and steps were edited by hand: they are not those that the template gives for these choices."
    ),
    "oral-plan-edited": gettext_noop("The doses were edited by hand: they are not those of the template."),
}


def prescribed_findings(ordered: Ordered | None, *, target: Fraction, edited: bool) -> tuple[Finding, ...]:
    """An edited plan, and a target dose that is not the ordered one; both in the unit of the order."""
    return (*_edited(edited), *ordered_findings(ordered, target=target))


def edited_by_mouth(*, edited: bool) -> tuple[Finding, ...]:
    """That an oral plan was edited."""
    return (Caution(code="oral-plan-edited"),) if edited else ()


def _edited(edited: bool) -> Iterator[Finding]:
    if edited:
        yield Caution(code="plan-edited")
