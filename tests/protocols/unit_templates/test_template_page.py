"""The page of a template says who stands for it, what is due, and what changed."""

import pytest
from django.urls import reverse

from tests.clinic import libraries
from tests.protocols.unit_templates.saying_pages import page, said
from tests.protocols.unit_templates.written import unit_row, with_everything

pytestmark = pytest.mark.django_db


def test_the_page_says_who_made_read_and_signed_and_what_is_due(allergist, pharmacist, nurse, as_user):
    row = with_everything(allergist, pharmacist)
    text = page(as_user(nurse), row.slug)
    for part in (
        "A template of the unit",
        f"{allergist.full_name}, ",
        "larger bags",
        f"{pharmacist.full_name}, ",
        "with the paper",
        "review due",
        "diluted bags below the label's concentration (solution 1)",
        "every diluted bag is",
        "As written",
    ):
        assert part in text
    for button in ("Change: next revision", "Copy and change", "Retire", "Sign findings once"):
        assert button not in text
    mine = page(as_user(allergist), row.slug)
    assert all(
        button in mine for button in ("Change: next revision", "Copy and change", "Retire", "Sign findings once")
    )
    assert "I have read this revision" not in mine


def test_an_older_revision_says_so_and_the_history_says_what_changed(allergist, pharmacist, nurse, as_user):
    row = with_everything(allergist, pharmacist)
    client = as_user(nurse)
    older = said(client.get(reverse("template_revision", args=[row.slug, 1])))
    assert "This is not the latest revision; that is 2." in older
    history = said(client.get(reverse("template_revisions", args=[row.slug])))
    assert "volume of each bag\n250\u00a0mL\n500\u00a0mL" in history
    assert "The first revision." in history
    assert f"Read by {pharmacist.full_name}: with the paper" in history
    for revision in (0, 3):
        assert client.get(reverse("template_revision", args=[row.slug, revision])).status_code == 404
    assert client.get(reverse("template_revisions", args=["unit-none"])).status_code == 404


def test_a_specification_is_exported_where_there_is_one(allergist, nurse, as_user):
    row = unit_row(allergist)
    libraries()
    client = as_user(nurse)
    text = client.get(reverse("template_specification", args=[row.slug, 1])).content.decode()
    assert text.startswith("drug: rituximab\nroute: intravenous\ntarget_dose: 500\nunit: mg\n")
    assert client.get(reverse("template_specification", args=["alectinib-case", 1])).status_code == 200
    assert client.get(reverse("template_specification", args=["imatinib-nanograms", 1])).status_code == 404
