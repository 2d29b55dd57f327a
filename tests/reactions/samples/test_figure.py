"""What of a person's tryptase is drawn, and to whom it is served."""

import re
from datetime import timedelta
from fractions import Fraction

import pytest
from django.urls import reverse

from desens.unit.selectors import current
from reactions.samples.figure.shown import content_of
from reactions.samples.judging import judgements
from reactions.samples.selectors import cases, samples
from tests.clinic import registered
from tests.reactions.samples.contents import THRESHOLDS
from tests.reactions.samples.records import ONSET, case, everything, kept, new

pytestmark = pytest.mark.django_db


def drawn(patient):
    rows = samples([patient.pk])
    return content_of(rows, judgements(rows, cases([patient.pk]), unit=current()))


def test_the_thresholds_are_those_of_the_judgement(allergist):
    patient = registered(allergist)
    case(patient, allergist)
    content = drawn(patient)
    assert [(point.text, point.value, point.acute) for point in content.points] == [
        ("2026-11-02 11:50", Fraction("44.7"), True),
        ("2026-11-12 10:50", Fraction("3.2"), False),
    ]
    assert content.thresholds == THRESHOLDS


def test_without_a_baseline_there_is_no_threshold(allergist):
    patient = registered(allergist)
    assert drawn(patient) is None
    kept(patient, allergist, new("80", kind="il6", unit="pg/mL"))
    assert drawn(patient) is None
    kept(patient, allergist, new("<1.0"))
    names = [(threshold.name, threshold.beyond, threshold.decides) for threshold in drawn(patient).thresholds]
    assert names == [("twenty-percent", "<", True), ("ratio", "<", False)]


def test_a_mistake_is_not_drawn_and_of_many_the_last_are(allergist):
    patient = registered(allergist)
    everything(patient, allergist)
    assert [point.value for point in drawn(patient).points] == [1, Fraction("44.7"), 20, Fraction("9.1")]
    kept(patient, allergist, *(new(str(n), taken_at=ONSET - timedelta(days=n)) for n in range(20, 9, -1)))
    assert len(drawn(patient).points) == 10


def test_who_reads_reactions_gets_the_picture(allergist, reviewer, administrator, client, as_user):
    patient = registered(allergist)
    case(patient, allergist)
    page = as_user(reviewer).get(reverse("samples", args=[patient.code])).content.decode()
    addresses = re.findall(r'(?:src|srcset)="(/figures/samples/[^"]+)"', page)
    assert len(addresses) == 2
    assert all(patient.code not in address for address in addresses)
    for address in addresses:
        answer = as_user(reviewer).get(address)
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert answer.content.startswith(b"<svg")
        assert as_user(administrator).get(address).status_code == 403
        assert client.get(address).status_code == 302
    assert as_user(reviewer).get(addresses[0].replace("wide", "huge").replace("narrow", "huge")).status_code == 404
    assert as_user(reviewer).get(reverse("sample_svg", args=["nothing", "wide"])).status_code == 404
