"""One edit in the oral editor: from the fields of the form to the answer, against computing the same calendar alone."""

import re
from html import unescape
from uuid import uuid4

from django.http import HttpResponse
from django.urls import reverse

from benchmarks.asking import asked
from benchmarks.timing import Figure, compare
from desens.access.models import User
from desens.unit.selectors import current
from patients.models import Patient
from protocols.oral.building import plan_of
from protocols.oral.deciding import key_of
from protocols.oral.form import OralForm
from protocols.oral.offered import oral_templates
from protocols.oral.posting import BUILT, FROM, SAID, carried
from protocols.oral.prescription import propose_oral
from protocols.oral.rows import digest
from protocols.oral.views import oral_new

SAID_VALUE = re.compile(f'name="{SAID}" value="([^"]*)"')
CASE = {"drug": "allopurinol", "template": "allopurinol-30-day", "intended_on": "2026-12-01"}


def oral_figure(allergist: User, patient: Patient, *, turns: int) -> Figure:
    """The view's answer to one changed dose of a calendar of 30 days; the libraries are loaded."""
    address, fields = reverse("oral_new", args=[patient.code]), _edited()
    form = OralForm(fields, unit=current())
    prescription = form.prescription() if form.is_valid() else None
    if prescription is None:
        raise RuntimeError(form.errors.as_json())

    def answer() -> HttpResponse:
        response = oral_new(asked(address, fields, allergist), patient.code)
        if response.status_code != 200 or b"plan-state" not in response.content:
            raise RuntimeError("the oral editor did not answer")
        return response

    said = SAID_VALUE.search(answer().content.decode())
    if said is None:
        raise RuntimeError("the oral editor does not say what it showed")
    fields |= {SAID: unescape(said[1])}
    return compare(
        what="the answer to an edit of a calendar of 30 days",
        ours=answer,
        against="its schedule and findings alone",
        bare=lambda: propose_oral(prescription),
        turns=turns,
    )


def _edited() -> dict[str, str]:
    """The published plan with its first dose edited."""
    row, published = oral_templates()[CASE["template"]]
    plan = plan_of(published)
    hidden = {FROM: key_of(row.slug, row.revision, published.unit), BUILT: digest(plan)}
    return CASE | {"entry_key": str(uuid4())} | carried(plan) | hidden | {"phase-1-dose": "40"}
