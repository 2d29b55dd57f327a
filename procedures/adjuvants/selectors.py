"""Every read of a person's adjuvant medicines; `ids` are the records of the person (patients.person)."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from drugs.culprits import culprits
from drugs.names import drug_key
from patients.models import Patient
from procedures.adjuvants.entered import NewDose
from procedures.choices import DayPrecision
from procedures.models import AdjuvantDose, AdjuvantPlan, Particulars, Procedure

#: The procedures of each culprit, with the particulars that stand.
Given = Mapping[str, tuple[tuple[Procedure, Particulars], ...]]


def doses(ids: Collection[int]) -> tuple[AdjuvantDose, ...]:
    """Every dose, the last one first, mistakes among them. One query."""
    rows = AdjuvantDose.objects.filter(patient__in=ids).select_related("recorded_by", "patient", "error__marked_by")
    return tuple(rows.order_by("-given_on", "-id"))


def plans(ids: Collection[int]) -> tuple[AdjuvantPlan, ...]:
    """Every plan and stop, the last one first, mistakes among them. One query."""
    rows = AdjuvantPlan.objects.filter(patient__in=ids).select_related("recorded_by", "patient", "error__marked_by")
    return tuple(rows.order_by("-from_on", "-id"))


def procedures_given(ids: Collection[int]) -> Given:
    """The procedures that are no mistakes, by culprit, in order of their day. Two queries."""
    newest = Prefetch("particulars_rows", Particulars.objects.order_by("number"))
    rows = Procedure.objects.filter(patient__in=ids, error__isnull=True).prefetch_related(newest)
    found: dict[str, list[tuple[Procedure, Particulars]]] = {}
    for row in rows:
        found.setdefault(row.culprit_key, []).append((row, list(row.particulars_rows.all())[-1]))
    return {key: tuple(sorted(listed, key=lambda pair: (pair[1].day, pair[0].pk))) for key, listed in found.items()}


def dose_of_same_day(ids: Collection[int], new: NewDose, entry_key: UUID) -> AdjuvantDose | None:
    """Another dose of the medicine for the drug on this very day; the one of this key is the same. Up to three queries.

    Of a month or a year nobody can say that it was the same day.
    """
    if new.given_precision != DayPrecision.DAY:
        return None
    rows = AdjuvantDose.objects.filter(
        patient__in=ids,
        adjuvant=new.adjuvant,
        given_on=new.given_on,
        given_precision=DayPrecision.DAY,
        error__isnull=True,
    )
    found = list(rows.exclude(entry_key=entry_key).select_related("recorded_by").order_by("id"))
    name, culprit = drug_key(new.other_name), drug_key(new.culprit)
    drugs = culprits({culprit, *(row.culprit_key for row in found)})
    same = (row for row in found if drugs.key(row.culprit_key) == drugs.key(culprit))
    return next((row for row in same if drug_key(row.other_name) == name), None)


def adjuvant_of(patient: Patient, adjuvant_key: str) -> AdjuvantDose | AdjuvantPlan:
    """The dose or plan with this key in this very record, or 404."""
    try:
        key = UUID(adjuvant_key)
    except ValueError:
        raise Http404 from None
    found = AdjuvantDose.objects.filter(patient=patient, entry_key=key).first()
    found_plan = found or AdjuvantPlan.objects.filter(patient=patient, entry_key=key).first()
    if found_plan is None:
        raise Http404
    return found_plan
