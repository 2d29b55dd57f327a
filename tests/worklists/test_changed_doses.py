"""A dose that no longer fits the patient shows in the lists, with the reason that the version's page gives."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.access.roles import Role
from patients.keeping_services import join_records
from protocols.lifecycle.reopened import reopenings
from protocols.models import ComputedDose, Version
from protocols.version_document import digest, document_text, read_document
from tests.cast import client_of, person
from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.doses import order_for, order_text
from tests.protocols.oral import scene
from tests.queries import queries_of
from tests.worklists.histories import Fate, history, protocol_like
from tests.worklists.test_pages import HOME, sections

pytestmark = pytest.mark.django_db
BEFORE, LATER = date(2026, 11, 2), date(2026, 11, 9)
SAID = "The order gave 1 200 mg and gives 1 500 mg today: more than 10 % apart. Save a new version and sign that."


@pytest.fixture
def patient(allergist):
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist, "80", on=BEFORE)
    return patient


@pytest.fixture
def version(patient, allergist) -> Version:
    """1200 mg, ordered as 15 mg for each kg."""
    return drafted(patient, allergist, dose_order=order_text(order_for(patient)))


def said(user, name: str) -> str:
    """The text of one list; each kind of blank is a plain one."""
    return sections(user)[name]


def fate(reached: int, days: int = 0) -> Fate:
    return Fate(reached=reached, planned_on=timezone.localdate() + timedelta(days=days))


@pytest.mark.parametrize("reached", [1, 2, 3])
def test_a_signed_version_goes_to_the_list_with_the_reason_of_its_page(
    version, patient, allergist, pharmacist, nurse, reached
):
    (signed,) = history(version, [fate(reached)], prescriber=allergist, verifier=pharmacist)
    assert "atezolizumab" not in said(allergist, "to-sign-anew")
    weighed(patient, allergist, "100", on=LATER)
    assert SAID in said(allergist, "to-sign-anew")
    (why,) = reopenings(signed, read_document(signed.document), at=timezone.now())
    assert " ".join(why[1:].split()) in SAID
    assert "atezolizumab" not in said(pharmacist, "to-verify")
    assert "atezolizumab" not in said(allergist, "to-release")
    noted = [SAID in said(pharmacist, "to-prepare"), SAID in said(nurse, "today")]
    assert noted == [reached == 3] * 2


def test_a_draft_says_it_where_it_waits(version, patient, allergist):
    weighed(patient, allergist, "100", on=LATER)
    assert SAID in said(allergist, "to-sign")


@pytest.mark.parametrize(("days", "shown"), [(-1, False), (0, True), (9, True)])
def test_what_was_given_is_not_reopened(version, patient, allergist, pharmacist, days, shown):
    history(version, [fate(3, days)], prescriber=allergist, verifier=pharmacist)
    weighed(patient, allergist, "100", on=LATER)
    assert (SAID in said(allergist, "to-sign-anew")) is shown


@pytest.mark.parametrize(("weight_kg", "shown"), [("88", False), ("88.1", True), ("71.9", True), ("72", False)])
def test_more_than_the_limit_shows_the_limit_does_not(version, patient, allergist, pharmacist, weight_kg, shown):
    history(version, [Fate(reached=1)], prescriber=allergist, verifier=pharmacist)
    weighed(patient, allergist, weight_kg, on=LATER)
    assert ("apart" in said(allergist, "to-sign-anew")) is shown


def test_a_weight_in_another_record_of_the_person_counts(version, patient, allergist, pharmacist):
    history(version, [Fate(reached=1)], prescriber=allergist, verifier=pharmacist)
    other = registered(allergist, hospital_number="9")
    weighed(other, allergist, "100", on=LATER)
    assert "apart" not in said(allergist, "to-sign-anew")
    common = {"entry_key": uuid4(), "by": allergist, "at": timezone.now()}
    join_records(leading=other, joined=patient, reason="registered twice", **common)
    assert SAID in said(allergist, "to-sign-anew")


def test_a_newer_draft_takes_the_work_over(version, patient, allergist, pharmacist):
    history(version, [fate(3), Fate()], prescriber=allergist, verifier=pharmacist)
    weighed(patient, allergist, "100", on=LATER)
    assert "version 1" not in said(allergist, "to-sign-anew")
    assert said(allergist, "to-sign").count(SAID) == 2
    assert SAID in said(pharmacist, "to-prepare")


def test_an_oral_version_is_held_against_the_weight_as_well(patient, allergist, pharmacist, as_user):
    like = scene.drafted(as_user(allergist), patient)
    order = order_for(patient)
    text = document_text(replace(read_document(like.document), dose_order=order))
    names = ("template", "engine_version", "number", "saved_by", "saved_at")
    oral = Version.objects.create(
        protocol=protocol_like(like, allergist),
        document=text,
        digest=digest(text),
        entry_key=uuid4(),
        **{name: getattr(like, name) for name in names},
    )
    ComputedDose.objects.create(version=oral, order=order_text(order))
    history(oral, [Fate(reached=1)], prescriber=allergist, verifier=pharmacist)
    weighed(patient, allergist, "100", on=LATER)
    assert SAID in said(allergist, "to-sign-anew")
    assert "alectinib" in said(allergist, "to-sign-anew")


def test_what_is_kept_beside_a_version_is_the_order_of_its_document(version, patient, allergist):
    drafted(registered(allergist, hospital_number="9"), allergist)
    kept = ComputedDose.objects.get()
    assert kept.version == version
    assert kept.order == order_text(read_document(version.document).dose_order)


@pytest.mark.parametrize(("role", "most"), [(Role.ALLERGIST, 21), (Role.NURSE, 15), (Role.PHARMACIST, 16)])
def test_home_costs_the_same_with_one_computed_dose_and_with_three(version, patient, allergist, pharmacist, role, most):
    """Four more than without: joined records, measurements, laboratory values, the unit's limit; and the list."""
    client, counts = client_of(person("somebody", role)), []
    for others in (0, 2):
        for _ in range(others):
            other = registered(allergist, hospital_number=uuid4().hex[:10])
            weighed(other, allergist, "80", on=BEFORE)
            drafted(other, allergist, dose_order=order_text(order_for(other)))
            weighed(other, allergist, "100", on=LATER)
        for reached in range(4):
            history(version, [fate(reached)], prescriber=allergist, verifier=pharmacist)
        weighed(patient, allergist, "100", on=LATER)
        client.get(HOME)
        counts.append(queries_of(lambda: client.get(HOME)))
    assert counts == [most, most]
