"""One edit in the editor: from the fields of the form to the answer, against computing the same plan alone."""

import re
from datetime import UTC, date, datetime
from html import unescape
from uuid import uuid4

from django.http import HttpResponse
from django.urls import reverse

from benchmarks.asking import asked
from benchmarks.oral_edits import oral_figure
from benchmarks.timing import Figure, compare
from desens.access.models import User, UserRole
from desens.access.roles import Role
from desens.unit.selectors import current
from drugs.services import load_library
from patients.models import Patient
from patients.services import NewPatient, register_patient
from protocols import standing
from protocols.editor_views import protocol_new
from protocols.forms import ProtocolForm
from protocols.library_services import load_templates
from protocols.plan.posting import BUILT, FROM, SEEN, carried
from protocols.services import propose

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
SEEN_VALUE = re.compile(f'name="{SEEN}" value="([^"]*)"')
CASE = {
    "drug": "atezolizumab",
    "target_dose": "1200",
    "template": "atezolizumab-bevacizumab-16-step",
    "primed_with": "solution",
    "dead_volume_ml": "0",
    "lines": "new",
}


def figures(*, turns: int) -> list[Figure]:
    """In a migrated database: the view's answer to one changed rate of 16 steps, as htmx asks for it."""
    load_library(by="benchmark", at=NOW)
    load_templates(by="benchmark", at=NOW)
    allergist = User.objects.create(username="edits", full_name="Edits")
    UserRole.objects.create(user=allergist, role=Role.ALLERGIST)
    patient, fields = _patient(allergist), _edited()
    address = reverse("protocol_new", args=[patient.code])
    form = ProtocolForm(fields, unit=current())
    if not form.is_valid():
        raise RuntimeError(form.errors.as_json())
    prescription = form.prescription()

    def answer() -> HttpResponse:
        response = protocol_new(asked(address, fields, allergist), patient.code)
        if response.status_code != 200 or b"plan-state" not in response.content:
            raise RuntimeError("the editor did not answer")
        return response

    seen = SEEN_VALUE.search(answer().content.decode())
    if seen is None:
        raise RuntimeError("the editor does not say what it showed")
    fields |= {SEEN: unescape(seen[1])}
    return [
        compare(
            what="the answer to an edit of a 16-step plan",
            ours=answer,
            against="its schedule and findings alone",
            bare=lambda: propose(prescription),
            turns=turns,
        ),
        oral_figure(allergist, patient, turns=turns),
    ]


def _patient(by: User) -> Patient:
    new = NewPatient(
        family_name="Nobody", given_name="Nemo", birth_date=date(1962, 4, 3), sex="M", hospital_number="edits"
    )
    return register_patient(new=new, entry_key=uuid4(), by=by, at=NOW)


def _edited() -> dict[str, str]:
    """The case with its first rate edited."""
    unit = current()
    typed = standing.first_choices(unit, telephone="") | CASE | {"entry_key": str(uuid4())}
    texts = {name: str(value) for name, value in typed.items()}
    plan = ProtocolForm(texts, unit=unit).plan
    if plan is None:
        raise RuntimeError("the case has no plan")
    hidden = {FROM: plan.built_from, BUILT: plan.built}
    return texts | carried(plan.plan) | hidden | {"step-1-rate": "5", "about": "atezolizumab"}
