"""A record in which everything was asked and nothing speaks against anything, and rows of an order."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from protocols.rules.medicine_groups import Medicine
from protocols.rules.premedication_record import Held, Limits, Measured, Ordered, PatientRecord, Why
from protocols.rules.premedication_row import PremedicationRow

LIMITS = Limits(least_platelets=Fraction(100), least_clearance_ml_min=Fraction(60), child_below_years=12)
CLEAR = PatientRecord(
    held=(),
    allergies_recorded=True,
    nsaid_hypersensitivity=False,
    anticoagulants=(),
    beta_blockers=(),
    no_medicines=True,
    platelets=Measured(value=Fraction(250), days_old=3, on="2026-11-17"),
    clearance_ml_min=Measured(value=Fraction(90), days_old=3, on="2026-11-17"),
    kidney_diagnoses=(),
    cytokine_release=False,
    age_years=60,
)


def recorded(**changes: Any) -> PatientRecord:
    """The clear record with changes."""
    return replace(CLEAR, **changes)


def medicine(name: str, *classes: str) -> Medicine:
    """A medicine of one name."""
    key = "".join(sign for sign in name.casefold() if sign.isalnum())
    return Medicine(name=name, keys=frozenset({key}), classes=frozenset(classes))


def held(name: str, why: Why, *classes: str) -> PatientRecord:
    """The clear record, but for one thing."""
    return recorded(held=(Held(medicine=medicine(name, *classes), why=why),))


def given(name: str, *classes: str, dose: str | None = "10") -> Ordered:
    """A row of 10 mg."""
    amount = None if dose is None else Fraction(dose)
    row = PremedicationRow(drug=name, dose=amount, unit="" if dose is None else "mg", route="PO", minutes_before=60)
    return Ordered(row=row, medicine=medicine(name, *classes))
