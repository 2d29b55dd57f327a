"""The department's pages: everything recorded, nothing found, something not understood."""

from collections.abc import Iterable
from uuid import uuid4

from django.urls import reverse

from desens.access.roles import Role
from tests.browser.visit import Visit
from tests.cast import person
from tests.clinic import registered
from tests.review.department.scene import Case, Decided, Dose, Tie, decided, dosed, stored


def pages_of_the_department() -> Iterable[Visit]:
    """The list as an allergist and as a reviewer see it, filtered, empty and wrong; the counts alone."""
    allergist, reviewer = person("allergist", Role.ALLERGIST), person("reviewer", Role.REVIEWER)
    page = reverse("department")
    yield Visit(name="department, nothing recorded", address=page, user=allergist)
    names = {"family_name": "García-Hernández de la Torre y Montemayor", "given_name": "María del Carmen Concepción"}
    patients = [registered(allergist, hospital_number=uuid4().hex[:20], **names)]
    stored(Case(ties=(Tie(grades=(3,)), Tie()), outcomes=("completed with reaction",)), patients, allergist)
    stored(Case(drug="trastuzumab emtansine, pertuzumab and hyaluronidase", outcomes=()), patients, allergist)
    decided(Decided(), patients, allergist, 1)
    dosed(Dose(), patients, allergist)
    for user in (allergist, reviewer):
        yield Visit(name=f"department, {user}", address=page, user=user)
    yield Visit(name="department, filtered", address=f"{page}?drug=oxaliplatin&adjuvant=omalizumab", user=reviewer)
    yield Visit(name="department, nothing found", address=f"{page}?drug=nothing", user=reviewer)
    yield Visit(name="department, wrong", address=f"{page}?since=yesterday&until=2026-02-30", user=reviewer)
    yield Visit(name="counts", address=reverse("department_counts"), user=reviewer)
    for user in (allergist, reviewer):
        yield Visit(name=f"export, {user}", address=f"{reverse('department_export')}?drug=oxaliplatin", user=user)
