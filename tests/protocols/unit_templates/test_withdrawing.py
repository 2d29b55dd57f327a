"""A finding signed wrongly with a template is withdrawn: it holds for no use any more, and may be signed anew."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from protocols.models import TemplateSignOffWithdrawal
from protocols.unit_templates.refusals import SignedBeforeError, WithdrawnError
from protocols.unit_templates.signing_services import sign_once
from protocols.unit_templates.withdrawing_services import withdraw_sign_off
from tests.protocols.unit_templates.doing import common
from tests.protocols.unit_templates.signing_once import found, new_sign_off, oxaliplatin

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(allergist):
    row, drug = oxaliplatin(allergist)
    return sign_once(template=row, new=new_sign_off(drug), **common(allergist))


def withdrawn(sign_off, by, reason="another bag was meant", **changes):
    return withdraw_sign_off(sign_off=sign_off, reason=reason, **common(by) | changes)


def test_the_finding_asks_for_a_signature_again(signed, pharmacist):
    withdrawn(signed, pharmacist)
    after = found(signed.template, signed.drug)
    assert after.open_places == {"concentration-below-range": ("solution 1",)}
    (finding,) = [one for one in after.findings if one.code == "concentration-below-range"]
    assert finding.level == "sign-off"
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.by) == ("withdrew signed finding", pharmacist.username)
    assert event.subject_code == f"{signed.template.slug}/1"
    assert "another bag was meant" in event.after


def test_it_may_be_signed_anew_once(signed, allergist, pharmacist):
    withdrawn(signed, pharmacist)
    again = sign_once(template=signed.template, new=new_sign_off(signed.drug, reason="now so"), **common(allergist))
    assert again.number == 2
    with pytest.raises(SignedBeforeError):
        sign_once(template=signed.template, new=new_sign_off(signed.drug), **common(pharmacist))
    (finding,) = [
        one for one in found(signed.template, signed.drug).findings if one.code == "concentration-below-range"
    ]
    assert ("signed_reason", "now so") in finding.values


def test_it_is_withdrawn_once_and_the_second_is_told_who_did(signed, allergist, pharmacist):
    key = {"entry_key": uuid4()}
    first = withdrawn(signed, pharmacist, **key)
    assert withdrawn(signed, pharmacist, **key) == first
    with pytest.raises(OtherContentError):
        withdrawn(signed, pharmacist, reason="something else", **key)
    with pytest.raises(WithdrawnError) as before:
        withdrawn(signed, allergist)
    assert before.value.by == pharmacist.full_name
    assert TemplateSignOffWithdrawal.objects.count() == 1


def test_a_withdrawal_has_a_reason_and_a_sign_off_a_number(signed, allergist):
    with pytest.raises(IntegrityError), transaction.atomic():
        TemplateSignOffWithdrawal.objects.create(
            sign_off=signed, reason="", by=allergist, at=timezone.now(), entry_key=uuid4()
        )
    values = {name: getattr(signed, name) for name in ("template", "drug", "code", "places", "reason", "by", "at")}
    for number in (0, 1):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(signed).objects.create(**values, number=number, entry_key=uuid4())
