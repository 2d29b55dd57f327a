"""What cannot be signed with the template, and who is told what."""

import pytest

from drugs.models import Drug
from protocols.models import Template, TemplateSignOff
from protocols.unit_templates import services, signing_services
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.refusals import (
    NothingToSignError,
    RetiredError,
    SignedBeforeError,
    StaleTemplateError,
)
from tests.clinic import libraries
from tests.protocols.unit_templates.doing import common, retired
from tests.protocols.unit_templates.signing_once import new_sign_off, oxaliplatin

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    [{"places": ("solution 2",)}, {"code": "dose-rate-jump"}, {"code": "no-rise-at-bag-change", "places": ("step 3",)}],
    ids=str,
)
def test_what_the_template_does_not_have_cannot_be_signed(allergist, wrong):
    row, drug = oxaliplatin(allergist)
    with pytest.raises(NothingToSignError):
        signing_services.sign_once(template=row, new=new_sign_off(drug, **wrong), **common(allergist))
    assert not TemplateSignOff.objects.exists()


def test_who_signs_second_is_told_who_was_first_and_a_retry_is_kept_once(allergist, pharmacist):
    row, drug = oxaliplatin(allergist)
    key = common(allergist)
    first = signing_services.sign_once(template=row, new=new_sign_off(drug), **key)
    assert signing_services.sign_once(template=row, new=new_sign_off(drug), **key) == first
    with pytest.raises(SignedBeforeError) as before:
        signing_services.sign_once(template=row, new=new_sign_off(drug), **common(pharmacist))
    assert before.value.by == allergist.full_name


def test_only_the_latest_revision_that_stands_is_signed(allergist):
    row, drug = oxaliplatin(allergist)
    later = services.revise_template(
        slug=row.slug, based_on=1, content=content_of(row) | {"notes": "new"}, note="", **common(allergist)
    )
    with pytest.raises(StaleTemplateError):
        signing_services.sign_once(template=row, new=new_sign_off(drug), **common(allergist))
    retired(later, allergist)
    with pytest.raises(RetiredError):
        signing_services.sign_once(template=later, new=new_sign_off(drug), **common(allergist))


def test_a_fixed_protocol_has_nothing_to_sign(allergist):
    libraries()
    row = Template.objects.get(slug="alectinib-case")
    with pytest.raises(NothingToSignError):
        signing_services.sign_once(template=row, new=new_sign_off(Drug.objects.all()[0]), **common(allergist))
