"""The pages that show a template of the unit, and on which people read, retire and sign for it."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from protocols.models import Template, TemplateReading, TemplateRetirement, TemplateSignOff
from tests.cast import PASSWORD
from tests.clinic import libraries
from tests.number_linter import lint, visible_text
from tests.protocols.unit_templates.written import TEXT, of_oxaliplatin, unit_row, with_everything
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def said(response):
    text = visible_text(response.content.decode())
    assert lint(text) == []
    return text


def page(client, slug):
    return said(client.get(reverse("template", args=[slug])))


def listed(client, **query):
    return said(client.get(reverse("template_list"), query))


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


def test_the_list_shows_and_finds_the_units_own_by_origin_and_state(allergist, pharmacist, nurse, as_user):
    due, unread = with_everything(allergist, pharmacist), unit_row(allergist)
    client = as_user(nurse)
    assert "the unit's own" in listed(client)
    assert "not read by a second person yet" in listed(client)
    for query, found, away in (
        ({"origin": "unit"}, [due, unread], "Generic, 12 steps"),
        ({"origin": "library"}, [], due.title),
        ({"state": "unread"}, [unread], due.title),
        ({"state": "review-due"}, [due], unread.title),
    ):
        text = listed(client, **query)
        assert all(row.title in text for row in found)
        assert away not in text
    assert "No such protocol" in listed(client, state="retired")


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


def retiring(revision, **changes):
    return {"entry_key": str(uuid4()), "revision": str(revision), "reason": "replaced"} | changes


def test_retiring_asks_for_a_reason_and_for_the_latest_revision(allergist, pharmacist, as_user):
    row = unit_row(allergist)
    client, address = as_user(pharmacist), reverse("unit_template_retire", args=[row.slug])
    assert "This field is required" in said(client.post(address, retiring(1, reason="")))
    assert "The page was incomplete" in said(client.post(address, retiring("x")))
    assert client.post(address, retiring(7)).status_code == 404
    unit_row(allergist, revision=2)
    stale = client.post(address, retiring(1))
    assert "A newer revision was made meanwhile" in said(stale)
    assert stale.context["form"]["revision"].value() == "2"
    assert not TemplateRetirement.objects.exists()
    assert client.post(address, retiring(2)).status_code == 302
    assert "Somebody retired this template meanwhile" in said(client.post(address, retiring(2)))
    text = page(client, row.slug)
    assert f"{pharmacist.full_name}, " in text
    assert "replaced" in text
    assert "Change: next revision" not in text
    assert "Retired by" in said(client.get(address))
    assert row.title in listed(client, state="retired")


def signing(**changes):
    held = {"drug": "oxaliplatin", "dose": "150", "code": "concentration-below-range", "places": "solution 1"}
    return held | {"entry_key": str(uuid4()), "reason": "every diluted bag is", "password": PASSWORD} | changes


@pytest.fixture
def to_sign(allergist):
    libraries()
    row = unit_row(allergist, content=json.dumps(of_oxaliplatin()))
    return reverse("template_sign_off", args=[row.slug, 1])


def test_a_finding_is_signed_once_with_password_and_reason(to_sign, allergist, as_user):
    client = as_user(allergist)
    form = client.get(to_sign).context["use_form"]
    assert (form["drug"].value(), form["dose"].value()) == ("oxaliplatin", "150")
    before = said(client.get(to_sign, {"drug": "oxaliplatin", "dose": "150"}))
    assert "Sign with the template" in before
    assert "diluted bags below the label's concentration\nsolution 1" in before
    for wrong in ({"password": "wrong"}, {"reason": ""}, {"password": ""}):
        refused = client.post(to_sign, signing(**wrong))
        assert refused.status_code == 200
        assert "Sign with the template" in said(refused)
        assert PASSWORD not in refused.content.decode()
    assert not TemplateSignOff.objects.exists()
    done = client.post(to_sign, signing())
    assert done["Location"] == f"{to_sign}?drug=oxaliplatin&dose=150"
    after = said(client.get(done["Location"]))
    assert f"Signed with the template by {allergist.full_name}: every diluted bag is" in after
    assert "Nothing is left that can be signed once for this drug." in after


def test_what_cannot_be_signed_is_told(to_sign, allergist, as_user):
    client = as_user(allergist)
    moved = client.post(to_sign, signing(places="solution 1, solution 2"))
    assert "What was shown has changed meanwhile" in said(moved)
    assert 'value="solution 1"' in moved.content.decode()
    gone = client.post(to_sign, signing(code="no-rise-at-bag-change", places="step 3"))
    assert "What was shown has changed meanwhile" in said(gone)
    assert client.post(to_sign, signing(code="target-missed")).status_code == 200
    client.post(to_sign, signing())
    assert f"{allergist.full_name} signed for this meanwhile" in said(client.post(to_sign, signing()))
    assert TemplateSignOff.objects.count() == 1


@pytest.mark.parametrize("dose", ["0", "", "x", "1,500", "150.00001"])
def test_a_dose_that_cannot_be_read_says_so(to_sign, allergist, as_user, dose):
    response = as_user(allergist).get(to_sign, {"drug": "oxaliplatin", "dose": dose})
    assert response.context["use_form"].errors["dose"]
    assert "findings" not in response.context


def test_an_older_revision_and_a_protocol_by_mouth_have_nothing_to_sign(to_sign, allergist, as_user):
    client = as_user(allergist)
    row = Template.objects.get(origin="unit")
    unit_row(allergist, revision=2, content=row.content)
    assert "This is not the latest revision" in said(client.get(to_sign))
    assert "A newer revision was made meanwhile" in said(client.post(to_sign, signing()))
    oral = client.get(reverse("template_sign_off", args=["alectinib-case", 1]))
    assert "Only infused protocols have such findings." in said(oral)


def test_a_specification_is_exported_where_there_is_one(allergist, nurse, as_user):
    row = unit_row(allergist)
    libraries()
    client = as_user(nurse)
    text = client.get(reverse("template_specification", args=[row.slug, 1])).content.decode()
    assert text.startswith("drug: rituximab\nroute: intravenous\ntarget_dose: 500\nunit: mg\n")
    assert client.get(reverse("template_specification", args=["alectinib-case", 1])).status_code == 200
    assert client.get(reverse("template_specification", args=["imatinib-nanograms", 1])).status_code == 404


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
