"""What a reader of the sheets of doses needs: what to do, whom to call, figures that are not read for others."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.unit.definitions import BY_KEY
from desens.unit.services import Change, change_setting
from tests.browser.pages_of_oral import oral_version
from tests.clinic import labelled, libraries, registered, weighed
from tests.printing.pdf import poppler
from tests.protocols.documents.papers import ORDERS, the_dose_sheet
from tests.protocols.papers.scene import paper_of, plain, texts

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist):
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist)
    return patient


@pytest.fixture
def settle(administrator):
    """`settle("hospital-name", "Clínica")`: the administrator sets it."""

    def settle_one(key, value):
        change = Change(definition=BY_KEY[key], value=value, reason="agreed", based_on=0)
        change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())

    return settle_one


def test_what_to_do_and_whom_to_call_stands_on_every_page_as_the_unit_says(patient, allergist, as_user, settle):
    settle("stop-rules-of-doses", ("Give no further dose and call 2222.",))
    settle("emergency-telephone", "2222")
    settle("patients-emergency-telephone", "112")
    settle("hospital-name", "Clínica de Ejemplo")
    version = oral_version(patient, allergist, "alectinib", "alectinib-case")
    for page in texts(paper_of(as_user(allergist), version)):
        assert "Give no further dose and call 2222." in page
        assert "Resuscitation team: 2222" in page
        assert "Clínica de Ejemplo" in page
    for page in texts(paper_of(as_user(allergist), version, "patient_calendar")):
        assert "Emergency: 112" in page
        assert "2222" not in page
        assert "sores of mouth" in page


def test_rules_that_nobody_stated_are_asked_for():
    sheet = the_dose_sheet("alectinib-case", orders=replace(ORDERS, stop_rules=()))
    for page in texts(sheet):
        assert "not stated: ask the allergist before you begin" in page


def test_over_days_the_head_names_what_is_reached_not_what_is_taken(patient, allergist, as_user):
    version = oral_version(patient, allergist, "alectinib", "alectinib-case")
    for name in ("nursing_sheet", "patient_calendar"):
        assert "ALECTINIB up to 1 200 mg a day in 24 days" in texts(paper_of(as_user(allergist), version, name))[0]


def test_a_fortnight_that_does_not_fit_its_page_goes_on_over_the_next(patient, allergist, as_user, settle):
    settle("hospital-name", "H" * 80)
    for number in range(20):
        labelled(patient, allergist, f"a substance with a long name {number}")
    version = oral_version(patient, allergist, "alectinib", "alectinib-case")
    printed = texts(paper_of(as_user(allergist), version, "patient_calendar"))
    assert len(printed) > 2
    assert all("NÚÑEZ, Ana" in page and "STOP, take no more" in page for page in printed)


def test_a_dose_after_hours_says_so_in_hours(patient, allergist, as_user):
    version = oral_version(patient, allergist, "insulinglargine", "insulin-glargine-subcutaneous")
    assert "1 440 24 h 0 min" in plain(poppler(paper_of(as_user(allergist), version), "-raw"))


def test_each_solution_is_ticked_by_two_persons(patient, allergist, as_user):
    version = oral_version(patient, allergist, "phenoxymethylpenicillin", "penicillin-v-oral-14-dose")
    assert texts(paper_of(as_user(allergist), version))[0].count("checked, two persons") == 4
