"""Both persons' figures side by side: the version's and those of the blind checks that led to its verification."""

from dataclasses import dataclass

from desens.numbers.quantity import Quantity
from protocols.checking.asked import asked_of
from protocols.checking.entered import read_entered
from protocols.checking.words import difference_of, place_of
from protocols.models import Comparison
from protocols.rules.blind_check import first_difference
from protocols.selectors import ShownVersion
from protocols.version_document import VersionDocument


@dataclass(frozen=True, kw_only=True)
class Line:
    """One figure: where, the version's own, and what was typed."""

    place: str
    ours: Quantity
    theirs: Quantity


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One try: the row with its person and time, its first difference in words, its figures beside the version's."""

    row: Comparison
    difference: str
    lines: tuple[Line, ...]


def comparisons_of(shown: ShownVersion) -> tuple[Compared, ...]:
    """Every try, the first first, once the version was verified; nothing before, since checks are blind. One query."""
    if shown.standing.verification is None:
        return ()
    rows = Comparison.objects.filter(version=shown.row).select_related("person").order_by("id")
    return tuple(compared(row, shown.document) for row in rows)


def compared(row: Comparison, document: VersionDocument) -> Compared:
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
    return Compared(row=row, difference=difference_of(first_difference(asked, entered.figures)), lines=lines)
