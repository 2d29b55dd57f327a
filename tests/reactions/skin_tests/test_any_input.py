"""Whatever is typed into a plan or a diameter is read or refused in words; nothing else happens."""

from contextlib import suppress
from datetime import date
from uuid import uuid4

from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from patients.models import Patient
from reactions.skin_tests.diameters_field import DiameterField, DiametersField
from reactions.skin_tests.plan_form import PlanForm
from reactions.skin_tests.strengths_field import StrengthsField

TODAY = date(2026, 11, 20)
typed = st.one_of(st.text(max_size=40), st.from_regex(r"[0-9.,x /;e-]{0,12}", fullmatch=True))
plausible = st.from_regex(r"(0|[1-9][0-9]{0,4})([.,][0-9]{1,7})?( [1-9])?", fullmatch=True)
units = st.sampled_from(["", "mg/mL", "mcg/mL", "g/mL", "IU/mL", "mM", "mg"])


@given(typed)
def test_diameters_are_read_from_the_longest_or_refused(text):
    try:
        found = DiametersField().clean(text)
    except ValidationError:
        return
    assert found is None or 0 <= (found.across or 0) <= found.longest <= 200


@given(typed)
def test_a_diameter_and_strengths_are_read_or_refused(text):
    for field in (DiameterField(), StrengthsField()):
        with suppress(ValidationError):
            field.clean(text)


@given(name=typed, stock=plausible, prick=plausible, intradermal=typed, unit=units, stock_unit=units, day=typed)
def test_a_plan_is_valid_or_says_why_not(name, stock, prick, intradermal, unit, stock_unit, day):
    data = {
        "entry_key": str(uuid4()),
        "tested_on": day or "2026-11-20",
        "negative_control": "saline",
        "d0-drug": name or "a drug",
        "d0-stock": stock,
        "d0-stock_unit": stock_unit,
        "d0-prick": prick,
        "d0-intradermal": intradermal,
        "d0-unit": unit,
    }
    patient = Patient(birth_date=date(1962, 4, 3))
    form = PlanForm(data, patient=patient, reactions=[], library={}, today=TODAY)
    if form.is_valid():
        assert form.new_session().tests
    else:
        assert form.errors or any(drug.errors for drug in form.drugs)
