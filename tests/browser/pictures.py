"""`make pictures`: the pictures of docs/guide.md, taken by a browser from the demonstration. Look at them, then commit.

Collected only where it is named: the pictures show the day on which they were taken.
"""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from patients.models import Patient
from procedures.demonstration.cases import load_cases
from protocols.models import Version
from tests.architecture.tree import ROOT
from tests.cast import client_of
from tests.printing.pdf import rendered
from tests.protocols.lifecycle.steps import released, signed, verified

FOLDER = ROOT / "docs" / "pictures"
SIZE = {"width": 1120, "height": 780}
#: Few colours keep a picture below 100 kB; none of them carries a meaning alone.
COLOURS = 48


@pytest.fixture
def version(live_server, allergist, pharmacist):
    """The released version of the atezolizumab case, among the others of the demonstration."""
    load_cases(at=timezone.now())
    version = Version.objects.get(protocol__patient__hospital_number="DEMO-01", protocol__drug__name="atezolizumab")
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist, planned_on=timezone.localdate())
    return version


def keep(name, picture):
    """The picture in few colours."""
    picture.convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


def test_the_pictures_of_the_guide(version, visit, page, allergist, nurse, reviewer):
    FOLDER.mkdir(exist_ok=True)
    page.set_viewport_size(SIZE)
    protocol, omalizumab = version.protocol, Patient.objects.get(hospital_number="DEMO-13")
    own = [protocol.patient.code, protocol.code, version.number]
    for name, address, user, place in (
        ("version", reverse("version", args=own), allergist, ".figure-picture"),
        ("record", reverse("procedure_given", args=own), nurse, "#steps"),
        ("history", reverse("history", args=[omalizumab.code]), nurse, ".course"),
        ("department", reverse("department"), reviewer, "#counts"),
    ):
        visit(address, user)
        page.wait_for_load_state("networkidle")
        page.locator(place).first.evaluate("place => place.scrollIntoView()")
        page.wait_for_load_state("networkidle")
        keep(name, Image.open(BytesIO(page.screenshot())))
    sheet = client_of(nurse).get(reverse("nursing_sheet", args=own))
    keep("nursing-sheet", rendered(b"".join(sheet) if sheet.streaming else sheet.content, 80)[0])
