"""The usual doses that are known of a drug, and the slips that a typed dose or rate may be, in words."""

from collections.abc import Collection, Iterable
from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import AMOUNT_UNITS, Quantity
from drugs.names import drug_key
from drugs.selectors import ProductFacts
from patients.background.selectors import open_lines
from patients.background_models import OrderedDose
from patients.models import Patient
from patients.person import records_of
from protocols.engine import ProtocolTemplate
from protocols.rules.unit_slip import MESSAGES, Doubt

#: One square metre and one kilogram stand for about this much of an adult: 375 mg a m² are some 650 mg.
SURFACE_M2, WEIGHT_KG = Fraction(17, 10), Fraction(70)
PER = {"": Fraction(1), "m2": SURFACE_M2, "kg": WEIGHT_KG}


def usual_doses(
    names: Collection[str], *, products: Iterable[ProductFacts], entries: Iterable[ProtocolTemplate]
) -> list[Quantity]:
    """Of the protocols published for the drug under one of its names, and the vials of its products. No query.

    A generic protocol's example dose is nobody's usual dose. Where neither is known, a drug of which every strength is
    in units gives one unit, which tells the kind; a strength in mg tells of no dose.
    """
    published = [
        Quantity(value=one.target_dose * PER[one.per], unit=one.unit)
        for entry in entries
        if not entry.any_drug
        for one in entry.drugs
        if drug_key(one.name) in names
    ]
    listed = list(products)
    vials = [
        Quantity(value=amount, unit=fact.unit)
        for product in listed
        for fact in product.of("vial_amounts")
        for amount in fact.figures
    ]
    if published or vials:
        return published + vials
    strengths = [product.stock_concentration for product in listed]
    kinds = {one.unit.removesuffix("/mL") for one in strengths if one is not None}
    weighed = any(AMOUNT_UNITS[kind][0] == "mass" for kind in kinds)
    return [] if weighed else [Quantity(value=Fraction(1), unit=kind) for kind in sorted(kinds)]


def recorded_doses(patient: Patient, names: Collection[str]) -> list[Quantity]:
    """The amounts that are ordered of the drug in the patient's open treatment lines. Two queries."""
    lines = open_lines(records_of(patient).ids)
    rows = OrderedDose.objects.filter(line__in=lines, drug_key__in=names, error__isnull=True, amount__isnull=False)
    return [Quantity.of(row.amount, row.unit) for row in rows.order_by("-id") if row.amount]


def sentence_of(doubt: Doubt) -> str:
    """The question in the reader's language."""
    return _(MESSAGES[doubt.code]) % dict(doubt.values)
