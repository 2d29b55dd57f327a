"""Both persons' figures side by side: the version's and those of the blind checks that led to its verification."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min

from desens.access.models import User
from desens.audit.models import AuditEvent
from desens.numbers.quantity import Quantity
from protocols.checking.asked import asked_of
from protocols.checking.entered import read_entered
from protocols.checking.words import difference_of, place_of
from protocols.models import Comparison, Version
from protocols.rules.blind_check import first_difference
from protocols.selectors import ShownVersion
from protocols.version_document import VersionDocument

#: The subject of a look that shows no figure of the version.
BLIND = "blind check"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One figure: where, the version's own, and what was typed."""

    place: str
    ours: Quantity
    theirs: Quantity


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One try: the row with its person and time, its first difference in words, its figures beside the version's.

    `opened_at`: when the person first opened the version's figures, where that was before the check; None: never.
    """

    row: Comparison
    difference: str
    lines: tuple[Line, ...]
    opened_at: datetime | None


def comparisons_of(shown: ShownVersion) -> tuple[Compared, ...]:
    """Every try in its order, once the version was verified; nothing before, since checks are blind. Two queries."""
    if shown.standing.verification is None:
        return ()
    rows = Comparison.objects.filter(version=shown.row).select_related("person").order_by("id")
    opened = first_looks(shown.row)
    return tuple(compared(row, shown.document, opened_at=opened.get(row.person.username)) for row in rows)


def first_looks(version: Version) -> dict[str, datetime]:
    """When each person first opened or printed the version's figures, by user name, as the audit has it. One query."""
    code = f"{version.protocol.code}/{version.number}"
    looks = AuditEvent.objects.filter(subject_code=code, action__in=("looked", "printed")).exclude(subject=BLIND)
    return dict(looks.order_by().values_list("by").annotate(first=Min("at")))


def first_look(version: Version, person: User) -> datetime | None:
    """When the person first did. One query."""
    return first_looks(version).get(person.username)


def compared(row: Comparison, document: VersionDocument, *, opened_at: datetime | None) -> Compared:
    """One try beside the stored version."""
    entered = read_entered(row.entered)
    asked = [asked for asked in asked_of(document, entered.stock) if asked.key in entered.figures]
    lines = tuple(
        Line(
            place=place_of(figure),
            ours=Quantity.of(figure.value, figure.unit),
            theirs=Quantity.of(entered.figures[figure.key], figure.unit),
        )
        for figure in asked
    )
    return Compared(
        row=row,
        difference=difference_of(first_difference(asked, entered.figures)),
        lines=lines,
        opened_at=opened_at if opened_at and opened_at < row.at else None,
    )
