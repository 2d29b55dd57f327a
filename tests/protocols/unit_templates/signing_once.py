"""A template with a finding that can be signed once."""

from fractions import Fraction

from drugs.models import Drug
from protocols.selectors import template_content
from protocols.unit_templates.signing_services import NewSignOff
from protocols.unit_templates.use import use_of
from tests.clinic import libraries
from tests.protocols.unit_templates.doing import made


def oxaliplatin(by):
    """A template whose diluted bag is below the label's concentration, and the drug."""
    libraries()
    drugs = [{"name": "oxaliplatin", "target_dose": "150", "unit": "mg"}]
    bags = [
        {"number": "1", "dilution": "10", "diluent": "glucose-5"},
        {"number": "2", "amount": "remainder", "diluent": "glucose-5"},
    ]
    return made(by, drugs=drugs, solutions=bags), Drug.objects.get(name_key="oxaliplatin")


def new_sign_off(drug, **changes):
    held = {
        "dose": Fraction(150),
        "code": "concentration-below-range",
        "places": ("solution 1",),
        "reason": "as published",
    }
    return NewSignOff(drug=drug, **held | changes)


def found(row, drug):
    return use_of(row, template_content(row), drug=drug, dose=Fraction(150))
