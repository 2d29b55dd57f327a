"""Signing a finding once, on its page."""

import json

import pytest
from django.urls import reverse

from protocols.models import TemplateSignOff
from tests.cast import PASSWORD
from tests.clinic import libraries
from tests.protocols.unit_templates.saying_pages import said, signing
from tests.protocols.unit_templates.written import of_oxaliplatin, unit_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def to_sign(allergist):
    libraries()
    row = unit_row(allergist, content=json.dumps(of_oxaliplatin()))
    return reverse("template_sign_off", args=[row.slug, 1])


def test_a_finding_is_signed_once_with_password_and_reason(to_sign, allergist, as_user):
    client = as_user(allergist)
    form = client.get(to_sign).context["use_form"]
    assert (form["drug"].value(), form["dose"].value()) == ("oxaliplatin", "150")
    before = said(client.get(to_sign, {"drug": "oxaliplatin", "dose": "150"}))
    assert "Sign with the template" in before
    assert "diluted bags below the label's concentration\nsolution 1" in before
    for wrong in ({"password": "wrong"}, {"reason": ""}, {"password": ""}):
        refused = client.post(to_sign, signing(**wrong))
        assert refused.status_code == 200
        assert "Sign with the template" in said(refused)
        assert PASSWORD not in refused.content.decode()
    assert not TemplateSignOff.objects.exists()
    done = client.post(to_sign, signing())
    assert done["Location"] == f"{to_sign}?drug=oxaliplatin&dose=150"
    after = said(client.get(done["Location"]))
    assert f"Signed with the template by {allergist.full_name}: every diluted bag is" in after
    assert "Nothing is left that can be signed once for this drug." in after


@pytest.mark.parametrize("dose", ["0", "", "x", "1,500", "150.00001"])
def test_a_dose_that_cannot_be_read_says_so(to_sign, allergist, as_user, dose):
    response = as_user(allergist).get(to_sign, {"drug": "oxaliplatin", "dose": dose})
    assert response.context["use_form"].errors["dose"]
    assert "findings" not in response.context
