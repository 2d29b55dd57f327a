"""What must always be true of the rows, whoever writes them."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from desens.records.models import AppendOnlyError
from drugs.models import Drug
from protocols.models import Template, TemplateReading, TemplateRetirement, TemplateSignOff
from tests.clinic import libraries
from tests.protocols.unit_templates.written import unit_row

pytestmark = pytest.mark.django_db


def refused(make) -> bool:
    try:
        with transaction.atomic():
            make()
    except IntegrityError:
        return True
    return False


def said(by):
    return {"entry_key": uuid4(), "by": by, "at": timezone.now()}


@pytest.mark.parametrize(
    "wrong",
    [
        {"slug": "rituximab-in-three-steps"},
        {"made_by": None},
        {"made_key": None},
        {"origin": "library"},
        {"origin": "elsewhere"},
        {"revision": 0},
    ],
    ids=str,
)
def test_a_template_of_the_unit_names_its_maker_and_stands_apart_from_the_library(allergist, wrong):
    assert refused(lambda: unit_row(allergist, **wrong))
    unit_row(allergist)


def test_a_library_row_has_no_maker_and_none_of_the_units_addresses(allergist):
    row = {"title": "x", "content": "{}", "loaded_at": timezone.now(), "revision": 1}
    assert refused(lambda: Template.objects.create(slug="unit-x", **row))
    assert refused(lambda: Template.objects.create(slug="x", made_by=allergist, **row))
    Template.objects.create(slug="x", **row)


def test_a_revision_is_there_once(allergist):
    unit_row(allergist)
    assert refused(lambda: unit_row(allergist))


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
