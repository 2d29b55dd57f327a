"""The pages of breakthroughs and adjuvants that the browser opens."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from desens.access.roles import Role
from procedures.adjuvants.services import mark_adjuvant_in_error
from procedures.breakthroughs.services import mark_tie_in_error
from tests.access.samples import sample_patient, sample_version
from tests.browser.visit import Visit
from tests.cast import client_of, person
from tests.procedures.breakthroughs.typed import send
from tests.procedures.records import breakthrough_of, dose_of, plan_of, procedure_of


def pages_of_breakthroughs() -> Iterable[Visit]:
    """No breakthrough, every kind of place in one list, the form alone, filled from a sketch, and the mistakes."""
    nurse = person("nurse", Role.NURSE)
    patient = sample_patient("S-1")
    bare = procedure_of(patient, nurse, version=sample_version(patient), events=[("start", 1, 0), ("start", 2, 15)])
    full = procedure_of(patient, nurse)
    named = [patient.code, bare.code]
    yield Visit(name="no breakthrough", address=reverse("breakthrough_list", args=named), user=nurse)
    yield Visit(name="nothing to tie", address=reverse("breakthrough_tie", args=named), user=nurse)
    yield Visit(name="record a breakthrough", address=reverse("breakthrough_new", args=named), user=nurse)
    send(client_of(nurse), full, step="17", dose_unit="")
    tie = breakthrough_of(full, nurse, bag=4, dose_reached=Decimal("9.5"), dose_reached_unit="mg")
    breakthrough_of(full, nurse, step=None, minute=None, done_next="")
    late = {"step": None, "minute": None, "late": True, "done_next": "ended before"}
    breakthrough_of(full, nurse, hours_after_end=Decimal("1.5"), **late)
    struck = breakthrough_of(full, nurse)
    mark_tie_in_error(tie=struck, reason="another day", entry_key=uuid4(), by=nurse, at=timezone.now())
    named = [patient.code, full.code]
    yield Visit(name="breakthroughs", address=reverse("breakthrough_list", args=named), user=nurse)
    yield Visit(name="breakthrough, sketch", address=reverse("breakthrough_new", args=named), user=nurse)
    yield Visit(name="tie a reaction", address=reverse("breakthrough_tie", args=named), user=nurse)
    for route in ("breakthrough_correct", "breakthrough_error"):
        yield Visit(name=route, address=reverse(route, args=[*named, tie.entry_key]), user=nurse)
    yield Visit(name="reactions with places", address=reverse("reaction_list", args=[patient.code]), user=nurse)
    reaction = reverse("reaction", args=[patient.code, tie.reaction_case])
    yield Visit(name="reaction with its place", address=reaction, user=nurse)


def pages_of_adjuvants() -> Iterable[Visit]:
    """None yet, doses and plans of two drugs with mistakes, and the forms."""
    nurse = person("nurse", Role.NURSE)
    full, bare = sample_patient("S-1"), sample_patient("S-2")
    procedure_of(full, nurse)
    dose = dose_of(full, nurse, note="left arm")
    plan_of(full, nurse)
    stop = plan_of(full, nurse, interval_days=None, stopped=True, reason="no effect", from_on=date(2026, 11, 15))
    dose_of(
        full, nurse, culprit="carboplatin", dose=None, dose_unit="", given_on=date(2024, 1, 1), given_precision="year"
    )
    for entry in (dose_of(full, nurse, given_on=date(2026, 11, 7)), stop):
        common = {"entry_key": uuid4(), "by": nurse, "at": timezone.now()}
        mark_adjuvant_in_error(entry=entry, reason="another patient", **common)
    yield Visit(name="no adjuvants", address=reverse("adjuvants", args=[bare.code]), user=nurse)
    yield Visit(name="adjuvants", address=reverse("adjuvants", args=[full.code]), user=nurse)
    for route in ("adjuvant_dose", "adjuvant_plan", "adjuvant_stop"):
        yield Visit(name=route, address=reverse(route, args=[full.code]), user=nurse)
    mark = reverse("adjuvant_error", args=[full.code, dose.entry_key])
    yield Visit(name="adjuvant in error", address=mark, user=nurse)
