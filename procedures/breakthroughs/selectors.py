"""Every read of the breakthroughs of procedures; `ids` are the records of the person (patients.person)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from desens.numbers.quantity import Quantity
from procedures.breakthroughs.course import Course
from procedures.breakthroughs.outdated import is_outdated, outdated_text
from procedures.models import Breakthrough, Procedure
from reactions.choices import Occasion
from reactions.models import Reaction
from reactions.recording.selectors import reactions
from reactions.recording.shown import ShownReaction


@dataclass(frozen=True, kw_only=True)
class ShownTie:
    """A tie that was not corrected, perhaps a mistake, with the reaction as it stands now."""

    row: Breakthrough
    case: ShownReaction
    course: Course

    @property
    def counts(self) -> bool:
        """Whether it is a breakthrough: neither tie nor reaction was a mistake."""
        return self.case.row is not None and not hasattr(self.row, "error")

    @property
    def other_step(self) -> str:
        """The step that the reaction says, where it was corrected to another one; else ""."""
        said = self.case.newest.step
        return "" if said is None or said == self.row.step else Quantity.of(said, "").number

    @property
    def outdated(self) -> str:
        """That the dose was computed from times that were corrected since; "" where it was not, or counts nowhere."""
        return outdated_text() if self.counts and is_outdated(self.row, self.course) else ""


def procedure_of(ids: Collection[int], code: str) -> Procedure:
    """The procedure with this code in these records, or 404. One query."""
    rows = Procedure.objects.select_related("patient", "version", "error__marked_by")
    return get_object_or_404(rows, patient__in=ids, code=code)


def ties_of(procedure: Procedure, ids: Collection[int], course: Course) -> tuple[ShownTie, ...]:
    """The breakthroughs of a procedure in their order, mistakes among them. Five queries, whatever the number.

    A reaction of a record that was joined then and is another person's now is none of this procedure.
    """
    rows = procedure.breakthrough_rows.filter(corrected_by__isnull=True)
    rows = rows.select_related("recorded_by", "error__marked_by")
    cases = {case.newest.case_key: case for case in reactions(ids)}
    mine = [row for row in rows if row.reaction_case in cases]
    return tuple(ShownTie(row=row, case=cases[row.reaction_case], course=course) for row in sorted(mine, key=in_order))


def in_order(row: Breakthrough) -> tuple[object, ...]:
    """As they came: by step, then by minute; what is not recorded after what is, late ones last."""
    return row.late, row.step is None, row.step or 0, row.minute is None, row.minute or 0, row.pk


def tie_of(procedure: Procedure, tie_key: str) -> Breakthrough:
    """The tie with this key of this procedure, or 404. One query."""
    try:
        key = UUID(tie_key)
    except ValueError:
        raise Http404 from None
    rows = procedure.breakthrough_rows.select_related("recorded_by", "error__marked_by", "corrected_by")
    return get_object_or_404(rows, entry_key=key)


def ties_about(reaction_cases: Iterable[UUID]) -> Mapping[UUID, Breakthrough]:
    """The tie that stands of each reaction that has one. One query."""
    rows = _standing().filter(reaction_case__in=list(reaction_cases))
    return {row.reaction_case: row for row in rows.select_related("procedure__patient")}


def untied(ids: Collection[int]) -> tuple[Reaction, ...]:
    """The reactions during a desensitization that are tied to none, the last one first. Five queries."""
    found = [case.row for case in reactions(ids) if case.row is not None]
    found = [row for row in found if row.occasion == Occasion.DESENSITIZATION]
    tied = ties_about(row.case_key for row in found)
    return tuple(row for row in found if row.case_key not in tied)


def _standing() -> QuerySet[Breakthrough]:
    return Breakthrough.objects.filter(corrected_by__isnull=True, error__isnull=True, procedure__error__isnull=True)
