"""The pages of the unit's own templates that the browser opens."""

from collections.abc import Iterable

from django.urls import reverse

from desens.access.roles import Role
from protocols.models import TemplateSignOff
from tests.browser.visit import Visit
from tests.cast import person
from tests.protocols.unit_templates import written


def pages_of_templates() -> Iterable[Visit]:
    """A template of the unit in two revisions, read and signed for; the pages that write, retire and sign."""
    allergist, pharmacist = person("allergist", Role.ALLERGIST), person("pharmacist", Role.PHARMACIST)
    slug = written.with_everything(allergist, pharmacist).slug
    for user in (allergist, pharmacist):
        yield Visit(name=f"template, {user}", address=reverse("template", args=[slug]), user=user)
    yield Visit(name="template, older", address=reverse("template_revision", args=[slug, 1]), user=allergist)
    yield Visit(name="revisions", address=reverse("template_revisions", args=[slug]), user=allergist)
    yield Visit(name="new template", address=reverse("unit_template_new"), user=allergist)
    for form in ("unit_template_revise", "unit_template_retire"):
        yield Visit(name=form, address=reverse(form, args=[slug]), user=pharmacist)
    sign = reverse("template_sign_off", args=[slug, 2])
    yield Visit(name="sign once", address=f"{sign}?drug=oxaliplatin&dose=300", user=allergist)
    key = TemplateSignOff.objects.get().entry_key
    withdraw = reverse("template_sign_off_withdraw", args=[slug, 2, key])
    yield Visit(name="withdraw what was signed", address=withdraw, user=pharmacist)
    yield Visit(name="library with the unit's own", address=reverse("template_list"), user=allergist)
