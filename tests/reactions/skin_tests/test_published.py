"""The two published readings, typed into the form as a nurse types them."""

import pytest
from django.utils import timezone

from drugs.services import load_library
from reactions.skin_tests.entered import NewOpinion
from reactions.skin_tests.services import record_opinion
from tests.clinic import registered
from tests.reactions.skin_tests import typed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist):
    load_library(by="test", at=timezone.now())
    return registered(allergist)


def test_atezolizumab_intradermal_of_10_by_10_against_3_by_3_is_positive(patient, allergist):
    session = typed.planned(
        patient,
        allergist,
        typed.drug(0, "atezolizumab", prick="60", intradermal="0.6", stock="60"),
        own_controls="on",
    )
    typed.entered(session, allergist, {"histamine": "6 6", "t2-wheal": "10 x 10", "t2-control": "3 x 3"})
    (drug,) = typed.shown(session).drugs
    prick, intradermal = drug.tests
    assert (intradermal.result_text, intradermal.why) == ("positive", "7\u00a0mm above its own negative control")
    assert (prick.result_text, prick.why) == ("", "")
    assert drug.result_text == "positive"


def test_alemtuzumab_prick_of_4_is_positive_and_says_that_its_negative_control_is_not_reported(patient, allergist):
    session = typed.planned(patient, allergist, typed.drug(0, "alemtuzumab", prick="10", stock="10"))
    typed.entered(session, allergist, {"histamine": "6", "t1-wheal": "4", "t1-erythema": "15"})
    (prick,) = typed.shown(session).tests
    assert prick.result_text == "positive"
    assert prick.cautions == "the negative control is not recorded; judged on the wheal alone"
    new = NewOpinion(
        test=prick.row, reading=prick.newest, result="positive", computed="positive", reason="wheal with wide flare"
    )
    record_opinion(patient=patient, new=new, entry_key=session.entry_key, by=allergist, at=timezone.now())
    (prick,) = typed.shown(session).tests
    assert (prick.result_text, prick.opinion.result, prick.opinion.reason) == (
        "positive",
        "positive",
        "wheal with wide flare",
    )


def test_one_control_of_3_by_3_for_the_series_voids_a_positive_prick(patient, allergist):
    session = typed.planned(patient, allergist, typed.drug(0, "atezolizumab", prick="60", stock="60"))
    typed.entered(session, allergist, {"histamine": "6 6", "negative": "3 3", "t1-wheal": "8 8", "t1-erythema": "20"})
    (prick,) = typed.shown(session).tests
    assert prick.result_text == "invalid"
    assert "the negative control is 3 mm or more" in prick.why.replace("\u00a0", " ")


def test_a_failed_histamine_makes_a_negative_invalid_and_a_missing_one_untold(patient, allergist):
    session = typed.planned(patient, allergist, typed.drug(0, "atezolizumab", prick="60", stock="60"))
    typed.entered(session, allergist, {"histamine": "2 2", "negative": "0", "t1-wheal": "0", "t1-erythema": "0"})
    assert typed.shown(session).tests[0].result_text == "invalid"
    typed.entered(session, allergist, {"t1-wheal": "0", "t1-erythema": "0"})
    assert typed.shown(session).tests[0].result_text == "invalid"  # the control of the series still counts
    other = typed.planned(patient, allergist, typed.drug(0, "atezolizumab", prick="60", stock="60"))
    typed.entered(other, allergist, {"negative": "0", "t1-wheal": "0", "t1-erythema": "0"})
    (prick,) = typed.shown(other).tests
    assert (prick.result_text, prick.why.split(":")[0]) == (
        "",
        "0\u00a0mm above the negative control; the histamine control is not recorded",
    )
