"""A reading, a retirement and a sign-off, whoever writes them."""

import pytest

from desens.records.models import AppendOnlyError
from drugs.models import Drug
from protocols.models import TemplateReading, TemplateRetirement, TemplateSignOff
from tests.clinic import libraries
from tests.protocols.unit_templates.rows import refused, said
from tests.protocols.unit_templates.written import unit_row

pytestmark = pytest.mark.django_db


def test_a_reader_is_another_person_and_reads_once(allergist, pharmacist):
    template = unit_row(allergist)

    def read(by):
        return TemplateReading.objects.create(template=template, maker=allergist, **said(by))

    assert refused(lambda: read(allergist))
    reading = read(pharmacist)
    assert refused(lambda: read(pharmacist))
    with pytest.raises(AppendOnlyError):
        reading.save()


def test_a_retirement_says_why_and_is_there_once(allergist):
    template = unit_row(allergist)

    def retire(reason):
        return TemplateRetirement.objects.create(
            template=template, slug=template.slug, reason=reason, **said(allergist)
        )

    assert refused(lambda: retire(""))
    retire("replaced")
    assert refused(lambda: retire("again"))


def test_a_sign_off_says_what_where_and_why_once(allergist):
    libraries()
    template, drug = unit_row(allergist), Drug.objects.get(name_key="rituximab")

    def sign(**changes):
        held = {"code": "no-rise-at-bag-change", "places": "step 3", "reason": "published so"} | changes
        return TemplateSignOff.objects.create(template=template, drug=drug, **held, **said(allergist))

    for name in ("code", "places", "reason"):
        assert refused(lambda name=name: sign(**{name: ""}))
    sign()
    assert refused(sign)
