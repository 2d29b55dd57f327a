"""A second person says on the page that the revision was read."""

from uuid import uuid4

import pytest
from django.urls import reverse

from protocols.models import TemplateReading
from tests.protocols.unit_templates.saying_pages import page, retiring, said
from tests.protocols.unit_templates.written import TEXT, unit_row

pytestmark = pytest.mark.django_db


def test_a_second_person_reads_once_and_the_maker_never(allergist, pharmacist, as_user):
    row = unit_row(allergist)
    address = reverse("unit_template_reading", args=[row.slug, 1])
    reader, maker = as_user(pharmacist), as_user(allergist)
    assert "I have read this revision" in page(reader, row.slug)
    assert "nobody yet" in page(reader, row.slug)
    empty = reader.post(address, {"entry_key": str(uuid4())})
    assert empty.status_code == 409
    assert "This field is required" in said(empty)
    own = maker.post(address, {"entry_key": str(uuid4()), "note": "x"})
    assert "another person reads it" in said(own)
    assert not TemplateReading.objects.exists()
    key = {"entry_key": str(uuid4()), "note": "with the paper"}
    for _time in range(2):
        assert reader.post(address, key).status_code == 302
    assert TemplateReading.objects.get().by == pharmacist
    assert "I have read this revision" not in page(reader, row.slug)


def test_what_is_no_longer_so_is_told_at_the_reading(allergist, pharmacist, as_user):
    row = unit_row(allergist)
    unit_row(allergist, revision=2)
    client = as_user(pharmacist)
    late = client.post(reverse("unit_template_reading", args=[row.slug, 1]), {"entry_key": str(uuid4()), "note": "x"})
    assert "A newer revision was made meanwhile" in said(late)
    client.post(reverse("unit_template_retire", args=[row.slug]), retiring(2))
    late = client.post(reverse("unit_template_reading", args=[row.slug, 2]), {"entry_key": str(uuid4()), "note": "x"})
    assert "retired meanwhile" in said(late)
    revise = reverse("unit_template_revise", args=[row.slug])
    form = {"entry_key": str(uuid4()), "text": TEXT, "based_on": "2"}
    seen = client.post(revise, form | {"action": "check"}).context["form"].data["seen"]
    assert "it takes no revision" in said(client.post(revise, form | {"action": "save", "seen": seen}))
