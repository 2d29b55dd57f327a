"""One patient's form sent to another patient's address: nothing crosses over (safety.md H6, H14)."""

import pytest
from django.apps import apps
from django.urls import reverse

from desens.access.roles import Role
from desens.access.routes import site_routes
from patients.models import Patient
from tests.access.samples import sample_arguments, sample_patient
from tests.access.test_matrix import may_call
from tests.cast import client_of, person
from tests.security.site_forms import forms_on

OF_ONE_PATIENT = [route for route in site_routes() if route.arguments == ("code",)]


def rows_of(patient):
    """How many rows of each kind hang on the patient."""
    models = [
        model for model in apps.get_models() if any(field.related_model is Patient for field in model._meta.fields)
    ]
    names = [(m, f.name) for m in models for f in m._meta.fields if f.related_model is Patient]
    return {(model.__name__, name): model.objects.filter(**{name: patient}).count() for model, name in names}


@pytest.mark.parametrize("route", OF_ONE_PATIENT, ids=lambda route: route.name)
def test_a_form_sent_for_one_patient_is_not_taken_again_for_another(transactional_db, route):
    user = person("dr.swap", Role.ALLERGIST)
    if not may_call(user, route):
        pytest.fail(f"{route.name}: an allergist cannot open it, so it is not tested")
    ana = Patient.objects.get(code=sample_arguments()["code"])
    ben, client = sample_patient("S-2"), client_of(user)
    for form in forms_on(client, reverse(route.name, args=[ben.code])):
        empty = rows_of(ben)
        client.post(form.address, form.values)
        before, bens = rows_of(ana), rows_of(ben)
        crossed = client.post(form.address.replace(ben.code, ana.code), form.values)
        assert crossed.status_code < 500
        assert rows_of(ben) == bens
        if bens != empty:
            assert rows_of(ana) == before
            assert crossed.status_code in (400, 404, 409)


def test_an_address_under_another_patient_finds_nothing_to_change(transactional_db):
    """Every route with more than the patient's code, asked with another patient's code in its place."""
    client = client_of(person("dr.swap", Role.ALLERGIST))
    samples = sample_arguments()
    ben = sample_patient("S-2")
    for route in site_routes():
        if "code" not in route.arguments or len(route.arguments) == 1:
            continue
        arguments = {name: samples[name] for name in route.arguments} | {"code": ben.code}
        before = rows_of(ben)
        assert client.post(reverse(route.name, kwargs=arguments), {}).status_code in (403, 404, 405), route.name
        assert rows_of(ben) == before


def test_no_page_of_one_patient_is_read_through_another(transactional_db):
    """The same routes read: a forged protocol, version or entry of another patient is not found, and shows nothing."""
    people = [client_of(person(f"f.{role}", role)) for role in (Role.ALLERGIST, Role.PHARMACIST, Role.NURSE)]
    samples, ben = sample_arguments(), sample_patient("S-2")
    for route in site_routes():
        if "code" not in route.arguments or len(route.arguments) == 1:
            continue
        forged = {name: samples[name] for name in route.arguments} | {"code": ben.code}
        for client in people:
            for method in (client.get, client.head):
                answer = method(reverse(route.name, kwargs=forged))
                assert answer.status_code in (403, 404, 405), (route.name, answer.status_code)
