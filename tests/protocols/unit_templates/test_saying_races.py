"""Two people retire, sign for or withdraw at the same moment: one goes first, the other is told (`make nightly`)."""

import pytest

from protocols.models import Template, TemplateRetirement, TemplateSignOff, TemplateSignOffWithdrawal
from protocols.unit_templates.refusals import (
    NothingToSignError,
    RetiredError,
    SignedBeforeError,
    StaleTemplateError,
    WithdrawnError,
)
from protocols.unit_templates.saying_services import retire_template
from protocols.unit_templates.signing_services import sign_once
from protocols.unit_templates.withdrawing_services import withdraw_sign_off
from tests.protocols.unit_templates.doing import common
from tests.protocols.unit_templates.signing_once import new_sign_off, oxaliplatin
from tests.protocols.unit_templates.test_races import RACES, revised, told
from tests.protocols.unit_templates.written import unit_row
from tests.records.races import run_races

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_revision_meets_a_retirement(allergist, pharmacist):
    """Either may come first; a retired template has no revision after the one that was seen, or the other way round."""
    slugs = [unit_row(allergist, slug=f"unit-race-{race}").slug for race in range(RACES)]

    def job(race, writer):
        if writer:
            return revised(slugs[race], 1, allergist, "slower")
        seen = Template.objects.get(slug=slugs[race], revision=1)
        return retire_template(template=seen, reason="replaced", **common(pharmacist))

    for slug, (retirement, revision) in zip(slugs, run_races(job, races=RACES), strict=True):
        refused = [each for each in (retirement, revision) if isinstance(each, Exception)]
        assert all(isinstance(each, (RetiredError, StaleTemplateError)) for each in refused), refused
        assert len(refused) <= 1, refused
        assert TemplateRetirement.objects.filter(slug=slug).count() == isinstance(retirement, TemplateRetirement)
        assert Template.objects.filter(slug=slug).count() == 1 + isinstance(revision, Template)


def test_signed_withdrawn_and_signed_anew_each_once(allergist, pharmacist):
    row, drug = oxaliplatin(allergist)
    people = (allergist, pharmacist)

    def job(race, writer):
        said = common(people[writer])
        if race % 2 == 0:
            return sign_once(template=row, new=new_sign_off(drug), **said)
        last = TemplateSignOff.objects.select_related("template", "drug").get(number=race // 2 + 1)
        return withdraw_sign_off(sign_off=last, reason="wrong bag", **said)

    outcomes = run_races(job, races=RACES - RACES % 2)
    told(outcomes, SignedBeforeError, NothingToSignError, WithdrawnError)
    signed = TemplateSignOff.objects.order_by("number").values_list("number", flat=True)
    assert list(signed) == list(range(1, RACES // 2 + 1))
    assert TemplateSignOffWithdrawal.objects.count() == RACES // 2
