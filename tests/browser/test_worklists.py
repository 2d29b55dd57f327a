"""Home stays open: what another person does appears within seconds, and focus and place on the page stay."""

import pytest
from django.urls import reverse

from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.steps import signed

TO_VERIFY = "section[aria-labelledby='to-verify']"
SECONDS = 15_000


@pytest.fixture
def drafts(live_server, allergist):
    """Two drafts of two patients."""
    libraries()
    patients = [registered(allergist, hospital_number=number) for number in ("1", "2")]
    for patient in patients:
        weighed(patient, allergist)
    return [drafted(patient, allergist) for patient in patients]


def test_a_signature_of_another_person_appears_on_the_open_home(visit, page, drafts, allergist, pharmacist):
    visit(reverse("home"), pharmacist)
    links = page.locator(f"{TO_VERIFY} a.row-link")
    assert links.count() == 0
    signed(drafts[0], allergist)
    links.first.wait_for(timeout=SECONDS)
    told = page.locator("#lists-told")
    assert told.get_attribute("role") == "status"
    assert "The lists changed at" in told.inner_text()
    assert "atezolizumab" in page.inner_text(TO_VERIFY)


def test_focus_and_place_stay_when_the_lists_change(visit, page, drafts, allergist, pharmacist):
    signed(drafts[0], allergist)
    visit(reverse("home"), pharmacist)
    page.set_viewport_size({"width": 360, "height": 300})
    link = page.locator(f"{TO_VERIFY} a.row-link")
    link.focus()
    page.evaluate("scrollTo(0, 120)")
    before = page.evaluate("[document.activeElement.id, scrollY]")
    signed(drafts[1], allergist)
    page.locator(f"{TO_VERIFY} a.row-link >> nth=1").wait_for(timeout=SECONDS)
    assert page.evaluate("[document.activeElement.id, scrollY]") == before


def test_asking_moves_nothing_and_says_nothing_while_nothing_changes(visit, page, drafts, pharmacist):
    visit(reverse("home"), pharmacist)
    page.evaluate("document.querySelector('#lists').firstElementChild.dataset.kept = 'yes'")
    with page.expect_response(lambda response: "seen=" in response.url, timeout=SECONDS) as answered:
        pass
    assert answered.value.status == 204
    assert page.locator("#lists > [data-kept=yes]").count() == 1
    assert "Read at" in page.inner_text("#lists-told")


def test_one_tap_leads_to_where_it_is_done(visit, page, drafts, allergist, pharmacist):
    signed(drafts[0], allergist)
    visit(reverse("home"), pharmacist)
    page.click(f"{TO_VERIFY} a.row-link")
    page.wait_for_url(f"**/{drafts[0].protocol.code}/1/**")
