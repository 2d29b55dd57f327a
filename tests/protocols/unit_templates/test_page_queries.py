"""What the pages of templates cost."""

import pytest
from django.urls import reverse

from tests.protocols.unit_templates.written import unit_row
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_literal_number_of_queries(allergist, pharmacist, as_user, rows):
    for number in range(rows):
        unit_row(allergist, revision=number + 1)
    slug = unit_row(allergist, slug="unit-other").slug
    client = as_user(pharmacist)
    client.get("/")
    assert queries_of(lambda: client.get(reverse("template_list"))) == 7
    assert queries_of(lambda: client.get(reverse("template", args=[slug]))) == 7
    assert queries_of(lambda: client.get(reverse("template_revisions", args=["unit-rituximab-in-three-steps"]))) == 6
    assert queries_of(lambda: client.get(reverse("template_revision", args=[slug, 1]))) == 8
    assert queries_of(lambda: client.get(reverse("unit_template_retire", args=[slug]))) == 6
    assert queries_of(lambda: client.get(reverse("unit_template_revise", args=[slug]))) == 6
    assert queries_of(lambda: client.get(reverse("unit_template_new"))) == 5
