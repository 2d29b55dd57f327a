"""Lungs and pregnancy.

FEV1: below 80 % is a high risk (Brigham and Women's Hospital), below 70 % (ENDA 2010; aspirin desensitization,
PMC6456426): the unit's setting (clinical.md 5.2). A low value counts however old it is, a good one for 30 days, the
days of the background's open loops. "Pregnancy: not absolute" (5.2): present, it is decided with a reason; that nobody
asked stops no release.
"""

from datetime import date

from desens.numbers.quantity import Quantity
from protocols.rules.readiness_item import Item, fails, holds, noted, unknown
from protocols.rules.readiness_record import Limits, Record

VALID_DAYS = 30


def lungs(record: Record, limits: Limits, *, on: date) -> Item:
    """FEV1 where asthma is recorded; `on` is the day of the procedure."""
    if record.asthma is None:
        return unknown("lungs", "asthma-missing")
    if not record.asthma:
        return holds("lungs", "asthma-absent")
    fev1 = record.fev1_percent
    if fev1 is None:
        return unknown("lungs", "fev1-missing")
    values = {"value": str(Quantity.of(fev1.value, "percent")), "day": fev1.on.isoformat()}
    if is_low(record, limits):
        return fails("lungs", "fev1-low", **values, limit=str(Quantity.of(limits.fev1_percent, "percent")))
    return (
        unknown("lungs", "fev1-old", **values) if (on - fev1.on).days > VALID_DAYS else holds("lungs", "fev1", **values)
    )


def is_low(record: Record, limits: Limits) -> bool:
    """Whether the last FEV1 lies below the unit's limit; False where none is recorded."""
    return record.fev1_percent is not None and record.fev1_percent.value < limits.fev1_percent


def pregnancy(record: Record) -> Item | None:
    """None where the question makes no sense."""
    if not record.pregnancy_asked:
        return None
    if record.pregnant is None:
        return noted("pregnancy", "pregnancy-missing")
    return fails("pregnancy", "pregnancy-present") if record.pregnant else holds("pregnancy", "pregnancy-absent")
