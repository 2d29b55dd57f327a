"""What was signed once with a template holds for the bags and steps that an edited plan left as they are."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desens.unit.selectors import current
from protocols.engine import Specification
from protocols.forms import ProtocolForm
from protocols.rules.unit_template import kept_places
from protocols.services import propose
from protocols.unit_templates import signing_services
from tests.clinic import typed
from tests.protocols.unit_templates.signing_once import new_sign_off, oxaliplatin
from tests.protocols.unit_templates.test_prescribed import common

pytestmark = pytest.mark.django_db


def prescription_of(row):
    form = ProtocolForm(
        typed(drug="oxaliplatin", target_dose="150", template=row.slug, diluent="glucose-5"), unit=current()
    )
    assert form.is_valid(), form.errors
    return form.prescription()


def level(prescription, edited: Specification | None, where: str) -> str:
    _specification, schedule = propose(replace(prescription, specification=edited))
    codes = {
        finding.where: finding.level for finding in schedule.findings if finding.code.startswith("concentration-b")
    }
    return codes[where]


def with_bag(plan: Specification, number: int, **changes) -> Specification:
    bags = tuple(replace(bag, **changes) if bag.number == number else bag for bag in plan.solutions)
    return replace(plan, solutions=bags, declared=frozenset())


def test_a_bag_that_was_changed_for_one_patient_is_signed_for_by_itself(allergist):
    row, drug = oxaliplatin(allergist)
    signing_services.sign_once(template=row, new=new_sign_off(drug), **common(allergist))
    prescription = prescription_of(row)
    own, _schedule = propose(prescription)
    longer = replace(own, steps=(replace(own.steps[0], minutes=Fraction(20)), *own.steps[1:]), declared=frozenset())
    assert level(prescription, None, "solution 1") == level(prescription, longer, "solution 1") == "caution"
    assert level(prescription, with_bag(own, 1, dilution=Fraction(1000)), "solution 1") == "sign-off"
    assert level(prescription, with_bag(own, 2, volume_ml=Fraction(500)), "solution 1") == "sign-off"


def test_a_step_is_kept_with_the_step_before_it_and_both_bags(allergist):
    row, _drug = oxaliplatin(allergist)
    own, _schedule = propose(prescription_of(row))
    last = len(own.steps)
    everything = {f"step {number}" for number in range(1, last + 1)} | {"solution 1", "solution 2"}
    assert kept_places(own, own) == everything
    first = replace(own, steps=(replace(own.steps[0], minutes=Fraction(20)), *own.steps[1:]))
    assert kept_places(own, first) == everything - {"step 1", "step 2"}
    assert not {"solution 1", "step 1"} & kept_places(own, with_bag(own, 1, dilution=Fraction(1000)))
    assert kept_places(own, with_bag(own, 2, volume_ml=Fraction(500))) == frozenset()
