"""When aspirin, and any other NSAID, may not be premedication.

Source: "block aspirin in AERD/NSAID allergy, anticoagulation, low platelets, renal risk" (clinical.md 6), read for
every NSAID. It names no figure: platelets and clearance are settings of the unit. A low value blocks however old it
is; a good one counts for 30 days (the days of the background's open loops). A diagnosis that names the kidney needs a
reason, no more: "renal" may be the tumor. A silent record blocks nothing and clears nothing: somebody signs for it.
"""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine import Blocker, Finding, NeedsSignOff
from protocols.rules.medicine_groups import NSAID, Medicine
from protocols.rules.premedication_messages import WORDS
from protocols.rules.premedication_record import Limits, Measured, PatientRecord, Taken

VALID_DAYS = 30
#: An anticoagulant stopped longer ago counts no more: an implementation choice, longer than any of them acts.
GONE_AFTER_DAYS = 30
PLATELETS_UNIT = "\u00d710\u2079/L"


def aspirin_findings(medicine: Medicine, record: PatientRecord, limits: Limits) -> Iterator[Finding]:
    """Everything that speaks against this medicine; nothing where it is no NSAID."""
    if NSAID not in medicine.groups:
        return
    named = (("drug", medicine.name),)
    if record.nsaid_hypersensitivity:
        yield Blocker(code="premedication-nsaid", values=named)
    for taken in record.anticoagulants:
        yield from _anticoagulated(medicine, taken)
    for code, measured, least, unit in _measured(record, limits):
        if measured is not None and measured.value < least:
            yield Blocker(code=code, values=(*named, *_values(measured, least, unit)))
    for diagnosis in record.kidney_diagnoses:
        yield NeedsSignOff(code="premedication-kidney", values=(*named, ("diagnosis", diagnosis)))
    if missing := list(_missing(record, limits)):
        texts = ", ".join(WORDS[what] for what in missing)
        yield NeedsSignOff(code="premedication-not-recorded", values=(*named, ("missing", texts)))


def _anticoagulated(medicine: Medicine, taken: Taken) -> Iterator[Finding]:
    values = (("drug", medicine.name), ("medicine", taken.name))
    if taken.ongoing:
        yield Blocker(code="premedication-anticoagulant", values=values)
    elif taken.days_since is None or taken.days_since <= GONE_AFTER_DAYS:
        yield NeedsSignOff(code="premedication-anticoagulant-earlier", values=values)


def _measured(record: PatientRecord, limits: Limits) -> tuple[tuple[str, Measured | None, Fraction, str], ...]:
    return (
        ("premedication-platelets", record.platelets, limits.least_platelets, PLATELETS_UNIT),
        ("premedication-clearance", record.clearance_ml_min, limits.least_clearance_ml_min, "mL/min"),
    )


def _values(measured: Measured, least: Fraction, unit: str) -> tuple[tuple[str, str], ...]:
    value, bound = Quantity.of(measured.value, unit), Quantity.of(least, unit)
    return (("value", str(value)), ("day", measured.on), ("least", str(bound)))


def _missing(record: PatientRecord, limits: Limits) -> Iterator[str]:
    if record.nsaid_hypersensitivity is None:
        yield "nsaid"
    if not record.anticoagulants and not record.no_medicines:
        yield "anticoagulant"
    for what, measured in (("platelets", record.platelets), ("clearance", record.clearance_ml_min)):
        least = limits.least_platelets if what == "platelets" else limits.least_clearance_ml_min
        if measured is None or (measured.value >= least and measured.days_old > VALID_DAYS):
            yield what
