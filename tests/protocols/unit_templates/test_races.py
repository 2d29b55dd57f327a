"""Two people revise one template at the same moment: one goes first, the other is told (`make nightly`)."""

from uuid import uuid4

import pytest
from django.utils import timezone

from protocols.models import Template
from protocols.unit_templates.refusals import StaleTemplateError
from protocols.unit_templates.services import revise_template
from protocols.unit_templates.signing_services import sign_once
from protocols.unit_templates.withdrawing_services import withdraw_sign_off
from tests.protocols.unit_templates.doing import common
from tests.protocols.unit_templates.signing_once import new_sign_off, oxaliplatin
from tests.protocols.unit_templates.written import content, unit_row
from tests.records.races import RACES as RACES_IN_ALL
from tests.records.races import run_races

RACES = RACES_IN_ALL // 8  # there are four kinds, and each needs rows of its own
pytestmark = pytest.mark.django_db(transaction=True)


def told(outcomes, *errors):
    """One of each pair went through, the other was told by one of these errors."""
    for pair in outcomes:
        losers = [each for each in pair if isinstance(each, Exception)]
        assert len(losers) == 1, pair
        assert isinstance(losers[0], errors), losers[0]


def revised(slug, based_on, by, note):
    new = content(notes=note)
    return revise_template(slug=slug, based_on=based_on, content=new, note=note, **common(by))


def test_one_of_two_revises(allergist, pharmacist):
    slug, people = unit_row(allergist).slug, (allergist, pharmacist)
    outcomes = run_races(
        lambda race, writer: revised(slug, race + 1, people[writer], f"race {race} by {writer}"), races=RACES
    )
    told(outcomes, StaleTemplateError)
    numbers = Template.objects.filter(slug=slug).order_by("revision").values_list("revision", flat=True)
    assert list(numbers) == list(range(1, RACES + 2))


def test_the_same_revision_sent_twice_is_one(allergist):
    slug, keys = unit_row(allergist).slug, [uuid4() for _ in range(RACES)]

    def job(race, _writer):
        new, said = content(notes=f"race {race}"), {"by": allergist, "at": timezone.now()}
        row = revise_template(slug=slug, based_on=race + 1, content=new, note="", entry_key=keys[race], **said)
        return row.pk

    assert all(first == second for first, second in run_races(job, races=RACES))
    assert Template.objects.filter(slug=slug).count() == RACES + 1


def test_the_same_finding_signed_twice_is_one(allergist, pharmacist):
    row, drug = oxaliplatin(allergist)
    for race in range(max(1, RACES // 4)):
        keys = common(allergist)
        (pair,) = run_races(
            lambda _race, _writer, keys=keys: sign_once(template=row, new=new_sign_off(drug), **keys), races=1
        )
        assert pair[0] == pair[1], pair
        withdraw_sign_off(sign_off=pair[0], reason=f"race {race}", **common(pharmacist))
