"""The work lists that the browser opens."""

from collections.abc import Iterable

from django.urls import reverse

from desens.access.roles import Role
from protocols.models import Release
from tests.browser.visit import Visit
from tests.cast import person
from tests.worklists.filled import filled


def pages_of_work_lists() -> Iterable[Visit]:
    """Home of each role with something on every list, a list alone, and its next page."""
    allergist, pharmacist, nurse = (person(role, role) for role in (Role.ALLERGIST, Role.PHARMACIST, Role.NURSE))
    filled(allergist, pharmacist)
    for user in (allergist, pharmacist, nurse):
        yield Visit(name=f"work lists of {user}", address=reverse("home"), user=user)
    to_prepare = reverse("worklist", args=["to-prepare"])
    yield Visit(name="to prepare", address=to_prepare, user=pharmacist)
    mark = Release.objects.order_by("planned_on", "pk")[0].entry_key
    yield Visit(name="to prepare, next page", address=f"{to_prepare}?after={mark}", user=pharmacist)
