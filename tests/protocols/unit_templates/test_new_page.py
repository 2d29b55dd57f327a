"""A new template is typed, seen computed, and kept."""

import pytest
from django.urls import reverse

from protocols.models import Template
from protocols.unit_templates.copying import content_of
from tests.clinic import libraries
from tests.number_linter import lint, visible_text
from tests.protocols.unit_templates.sending import NEW, kept, seen, sent, wrong
from tests.protocols.unit_templates.written import TEXT, content

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(pharmacist, as_user):
    libraries()
    return as_user(pharmacist)


def test_a_new_template_begins_with_an_example_that_can_be_kept(client):
    page = client.get(reverse(NEW)).content.decode()
    assert "My protocol in 8 steps" in page
    text = client.get(reverse(NEW)).context["form"].initial["text"]
    kept(client, reverse(NEW), text=text)
    assert Template.objects.get(origin="unit").title == "My protocol in 8 steps"


def test_it_is_seen_computed_before_it_is_kept(client, pharmacist):
    first = sent(client, reverse(NEW), action="save")
    assert not Template.objects.filter(origin="unit").exists()
    text = visible_text(first.content.decode())
    assert "What was read and computed" in text
    assert "Keep this revision" in text
    assert lint(text) == []
    changed = TEXT.replace("rate_ml_h: 25", "rate_ml_h: 20")
    assert sent(client, reverse(NEW), action="save", seen=seen(first), text=changed).status_code == 200
    assert not Template.objects.filter(origin="unit").exists()
    response = kept(client, reverse(NEW), note="first")
    row = Template.objects.get(origin="unit")
    assert response["Location"] == reverse("template", args=[row.slug])
    assert (row.made_by, row.note, content_of(row)) == (pharmacist, "first", content())


def test_what_is_typed_beside_stands_before_the_text(client):
    kept(client, reverse(NEW), title="Mine", citation="A book", mark="known", review_due="2028-01-02")
    held = content_of(Template.objects.get(origin="unit"))
    assert held == content(title="Mine", citation="A book", mark="known", review_due="2028-01-02")


def test_a_title_that_another_template_bears_is_refused(client):
    assert list(wrong(sent(client, reverse(NEW), title="Generic, 12 steps, 3 bags"))) == ["title"]
