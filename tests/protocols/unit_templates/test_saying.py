"""A second person reads; a retired template is not offered and takes nothing more."""

from datetime import date

import pytest

from protocols.models import Template, TemplateReading, TemplateRetirement
from protocols.selectors import infused_templates
from protocols.unit_templates.refusals import (
    OwnTemplateError,
    RetiredError,
    StaleTemplateError,
)
from protocols.unit_templates.standing import standings
from tests.clinic import libraries
from tests.protocols.unit_templates.doing import made, read, retired, revised

pytestmark = pytest.mark.django_db


def test_a_reader_is_another_person_and_reads_what_is_latest(allergist, pharmacist, nurse):
    first = made(allergist)
    with pytest.raises(OwnTemplateError):
        read(first, allergist)
    reading = read(first, pharmacist)
    assert read(first, pharmacist) == reading
    second = revised(first, pharmacist)
    with pytest.raises(StaleTemplateError):
        read(first, nurse)
    read(second, allergist)
    assert TemplateReading.objects.count() == 2


def test_a_retired_template_is_not_offered_and_takes_nothing_more(allergist, pharmacist):
    libraries()
    row = made(allergist)
    assert row.slug in [one.slug for one, _content in infused_templates()]
    retirement = retired(row, pharmacist)
    assert row.slug not in [one.slug for one, _content in infused_templates()]
    assert retirement.by == pharmacist
    for again in (lambda: retired(row, allergist), lambda: revised(row, allergist), lambda: read(row, pharmacist)):
        with pytest.raises(RetiredError):
            again()
    assert Template.objects.filter(slug=row.slug).exists()
    assert TemplateRetirement.objects.count() == 1


def test_a_newer_revision_is_seen_before_it_is_retired(allergist):
    first = made(allergist)
    revised(first, allergist)
    with pytest.raises(StaleTemplateError):
        retired(first, allergist)


def test_what_stands_of_a_template_on_a_day(allergist, pharmacist):
    row = made(allergist, review_due="2027-11-21")

    def states(on):
        return standings([row], on=on)[0].states

    assert states(date(2027, 11, 20)) == ("unread",)
    assert states(date(2027, 11, 21)) == ("unread", "review-due")
    read(row, pharmacist)
    assert states(date(2027, 11, 20)) == ()
    retired(row, allergist)
    assert states(date(2027, 11, 20)) == ("retired",)
