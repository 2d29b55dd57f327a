"""What was given and is not recorded yet, and procedures of which nobody recorded how they ended."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from desens.records.plans import judged_row_by_row
from procedures.models import Ending, Procedure, ProcedureInError
from protocols.models import Release
from worklists.asked import Asked
from worklists.lines import Line, seen, version_line
from worklists.states import superseded, void


def not_recorded(asked: Asked) -> QuerySet[Release]:
    """Releases for a day before today of which no procedure is recorded. What was not given after all is voided."""
    recorded = Procedure.objects.filter(version=OuterRef("version"), error__isnull=True)
    rows = Release.objects.filter(~Exists(recorded), ~void("version__"), ~superseded("version__"))
    return rows.filter(planned_on__lt=asked.on)


def not_recorded_lines(rows: Sequence[Release], asked: Asked) -> list[Line]:
    """Each leads to the form that follows its sheet."""
    return [
        version_line(row.version, asked, at_page="procedure_given", day=row.planned_on, person=row.get_place_display())
        for row in rows
    ]


def without_outcome(asked: Asked) -> QuerySet[Procedure]:
    """Procedures without an outcome, unless they were an error."""
    error = ProcedureInError.objects.filter(entry=OuterRef("pk"))
    ended = Subquery(Ending.objects.filter(procedure=OuterRef("pk")).values("pk")[:1])
    return Procedure.objects.alias(ended=ended).filter(judged_row_by_row(Q(~Exists(error), ended=None)))


def without_outcome_lines(rows: Sequence[Procedure], asked: Asked) -> list[Line]:
    """Each leads to the form in which the outcome is chosen."""
    return [
        Line(
            key=row.code,
            patient=seen(row.patient, asked),
            what=_("%(drug)s: how it ended") % {"drug": row.culprit},
            since=row.recorded_at,
            address=reverse("procedure_correct", args=[row.patient.code, row.code]),
        )
        for row in rows
    ]
