"""What all scales say of a form or a record."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BoundField

from desens.unit.selectors import UnitSettings
from reactions.recording.form import ReactionForm
from reactions.recording.proposing import Proposal, differences, proposals
from reactions.rules.observed import Observed


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What the scales say of a form; `unread` are the fields that could not be read, so that nothing rests on them."""

    proposals: tuple[Proposal, ...]
    differences: tuple[str, ...]
    unread: Sequence[BoundField] = ()


def judged(observed: Observed, unit: UnitSettings, unread: Sequence[BoundField] = ()) -> Judged:
    """All scales."""
    said = proposals(observed, unit=unit)
    return Judged(proposals=said, differences=differences(observed, unit=unit), unread=unread)


def judged_form(form: ReactionForm) -> Judged:
    """All scales, of what was sent."""
    return judged(form.observed, form.setting.unit, form.unread)
