"""A person may have several records: what is missing in one may stand in another (patients.person)."""

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import NegatedExpression
from django.db.models.functions import Coalesce

from patients.models import CareState, PatientState
from patients.person import holding


def with_leading(rows: QuerySet) -> QuerySet:
    """Rows of patients, each with `leading`: the key of the leading record of its person."""
    leads = holding().filter(patient=OuterRef("patient")).values("leading")[:1]
    return rows.annotate(leading=Coalesce(Subquery(leads), F("patient"), output_field=BigIntegerField()))


def of_same_person(rows: QuerySet) -> Exists:
    """Whether there is one of `rows` in any record of the person; a condition on rows that have `leading`."""
    joined = holding().filter(patient=OuterRef("patient"), leading=OuterRef(OuterRef("leading")))
    return Exists(rows.filter(Q(patient=OuterRef("leading")) | Q(Exists(joined))))


def in_care() -> NegatedExpression:
    """A condition on rows that have `leading`: the unit still treats the person, as the state recorded last says."""
    states = PatientState.objects.filter(patient=OuterRef("leading"))
    newer = PatientState.objects.filter(patient=OuterRef("patient"), pk__gt=OuterRef("pk"))
    return ~Exists(states.filter(~Exists(newer)).exclude(state=CareState.IN_CARE))


def alive(patient: str) -> Q:
    """A condition on rows whose patient lies at the path `patient`: the person is not recorded as deceased.

    Nothing is signed, checked or released of who has died (patients.services.require_prescribable). Whom it names is
    found once for all rows.
    """
    newer = PatientState.objects.filter(patient=OuterRef("patient"), pk__gt=OuterRef("pk"))
    dead = PatientState.objects.filter(~Exists(newer), state=CareState.DECEASED).values("patient")
    joined = holding().filter(leading__in=dead).values("patient")
    return ~Q(**{f"{patient}__in": dead}) & ~Q(**{f"{patient}__in": joined})


def with_patient(rows: QuerySet) -> QuerySet:
    """Rows of patients with what a line shows of the patient."""
    return rows.select_related("patient")
