"""Every try of a blind check is a row, whether it agrees or not; the version's own figures are not in it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from desens.access.models import User
from protocols.checking.entered import entered_text
from protocols.checking.sheet import Sheet
from protocols.lifecycle.arrows import write
from protocols.lifecycle.verifying import require_checkable
from protocols.models import Comparison, Version
from protocols.rules.blind_check import TRIES, first_difference, recorded
from protocols.version_state import Standing


def compare(
    *, version: Version, sheet: Sheet, figures: Mapping[str, Decimal], entry_key: UUID, by: User, at: datetime
) -> Comparison:
    """Keep one try with its first difference; ArrowRefusedError where this person may not verify the version."""
    difference = first_difference(sheet.asked, figures)
    row = Comparison(
        version=version,
        person=by,
        at=at,
        entered=entered_text(figures, sheet.stock),
        agrees=difference is None,
        difference=recorded(difference),
        entry_key=entry_key,
    )

    def guard(standing: Standing) -> None:
        require_checkable(version, standing, by=by, at=at)

    after = {"entered": row.entered, "agrees": row.agrees, "difference": row.difference}
    return write(row, guard=guard, by=by, action="checked version", after=after)


def own_agreement(version: Version, by: User) -> Comparison | None:
    """The person's latest blind check that agreed with the version. One query."""
    return Comparison.objects.filter(version=version, person=by, agrees=True).order_by("-id").first()


def asks_to_talk(version: Version, by: User) -> bool:
    """Whether the person's tries differed so often that a word with the prescriber is due. One query."""
    return Comparison.objects.filter(version=version, person=by, agrees=False).count() >= TRIES
