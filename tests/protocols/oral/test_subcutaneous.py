"""Single doses under the skin: insulin glargine as published, and a drug that is not injected so."""

import pytest

from tests.number_linter import lint, visible_text
from tests.protocols.lifecycle.steps import released, signed, verified
from tests.protocols.oral.scene import address_of, drafted, opened, plain, read, saved

pytestmark = pytest.mark.django_db(transaction=True)
INSULIN = {"drug": "insulinglargine", "template": "insulin-glargine-subcutaneous"}


def test_insulin_as_published_in_units(patient, allergist, pharmacist, as_user):
    version = drafted(as_user(allergist), patient, **INSULIN)
    document = saved()
    assert (document.specification.route, document.specification.unit, document.edited) == ("subcutaneous", "U", False)
    assert [step.minute for step in document.schedule.steps][5] == 1440
    response = as_user(allergist).get(address_of(version))
    page = read(response)
    for text in ("insulin glargine 35.11 units", "under the skin (subcutaneous)", "Dose, units", "0.0001"):
        assert text in page, text
    assert lint(visible_text(response.content.decode())) == []
    assert "no-subcutaneous-product" not in {finding.code for finding in document.schedule.findings}
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    assert as_user(allergist).get(address_of(version, "nursing_sheet"))["Content-Type"] == "application/pdf"


def test_edited_doses_stay_subcutaneous(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, **INSULIN)
    editor.send("save", dose__1__dose="0.0002")
    assert saved().specification.route == "subcutaneous"
    assert saved().schedule.steps[0].dose * 5000 == 1


def test_a_tablet_is_not_injected_without_a_signature(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, template=INSULIN["template"])
    assert "No product of alectinib that is injected under the skin is recorded" in plain(editor.html)
    editor.send(drug="insulinglargine", template="alectinib-case")
    assert "No product of insulin glargine that is taken by mouth is recorded" in plain(editor.html)
