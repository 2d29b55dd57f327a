"""A row of a template, whoever writes it."""

import pytest
from django.utils import timezone

from protocols.models import Template
from tests.protocols.unit_templates.rows import refused
from tests.protocols.unit_templates.written import unit_row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    [
        {"slug": "rituximab-in-three-steps"},
        {"made_by": None},
        {"made_key": None},
        {"origin": "library"},
        {"origin": "other"},
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
