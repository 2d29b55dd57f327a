"""A finding signed once with the template is a caution of every use of that revision for that drug."""

from datetime import date

import pytest

from drugs.models import Drug
from protocols.models import Template
from protocols.unit_templates import services, signing_services
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.signed_off import findings_in_use, signed_off
from tests.protocols.unit_templates.doing import common, read
from tests.protocols.unit_templates.signing_once import found, new_sign_off, oxaliplatin

pytestmark = pytest.mark.django_db


def test_a_finding_signed_once_is_a_caution_of_every_use(allergist):
    row, drug = oxaliplatin(allergist)
    before = found(row, drug)
    assert before.open_places == {"concentration-below-range": ("solution 1",)}
    signing_services.sign_once(template=row, new=new_sign_off(drug), **common(allergist))
    after = found(row, drug)
    assert after.open_places == {}
    (finding,) = [one for one in after.findings if one.code == "concentration-below-range"]
    assert finding.level == "caution"
    assert ("signed_by", allergist.full_name) in finding.values
    assert ("signed_reason", "as published") in finding.values
    assert signed_off(before.findings, row, drug) == after.findings


def test_it_holds_for_its_revision_and_its_drug_alone(allergist):
    row, drug = oxaliplatin(allergist)
    before = found(row, drug).findings
    signing_services.sign_once(template=row, new=new_sign_off(drug), **common(allergist))
    later = services.revise_template(
        slug=row.slug, based_on=1, content=content_of(row) | {"notes": "new"}, note="", **common(allergist)
    )
    assert signed_off(before, later, drug) == before
    assert signed_off(before, row, Drug.objects.get(name_key="carboplatin")) == before


def test_every_use_shows_what_is_due(allergist, pharmacist):
    row, drug = oxaliplatin(allergist)

    def codes(on=date(2026, 11, 21)):
        return {finding.code for finding in findings_in_use((), template=row, drug=drug, on=on)}

    assert codes() == {"template-unread"}
    assert codes(date(2027, 11, 21)) == {"template-unread", "template-review-due"}
    read(row, pharmacist)
    assert codes() == set()
    published = Template.objects.get(slug="generic-12-step")
    assert findings_in_use((), template=published, drug=drug, on=date(2026, 11, 21)) == ()
