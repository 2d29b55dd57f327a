"""Templates of the unit that tests begin with."""

import json
from fractions import Fraction
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.numbers.files import load_text
from drugs.models import Drug
from protocols.models import Template
from protocols.unit_templates.saying_services import record_reading
from protocols.unit_templates.services import make_template, revise_template
from protocols.unit_templates.signing_services import NewSignOff, sign_once
from tests.clinic import libraries

TEXT = """\
title: Rituximab in three steps
revision: 1
citation: Own practice since 2024
mark: VERIFY
review_due: 2027-11-21
drugs:
- {name: rituximab, target_dose: 500, unit: mg}
final_rate_ml_h: 80
bag_volume_ml: 250
solutions:
- {number: 1, dilution: 10}
- {number: 2, amount: remainder}
steps:
- {solution: 1, rate_ml_h: 10, minutes: 15}
- {solution: 1, rate_ml_h: 25, minutes: 15}
- {solution: 2, rate_ml_h: 80, volume_ml: rest}
"""


def content(**changes: Any) -> dict[str, Any]:
    """What TEXT holds, with changes."""
    held: dict[str, Any] = load_text(TEXT, file="written.yaml")
    return held | changes


def unit_row(by: User, **changes: Any) -> Template:
    """A stored first revision, made by the person, without any service."""
    held = {
        "slug": "unit-rituximab-in-three-steps",
        "revision": 1,
        "title": "Rituximab in three steps",
        "content": json.dumps(content()),
        "loaded_at": timezone.now(),
        "origin": "unit",
        "made_by": by,
        "made_key": uuid4(),
    }
    return Template.objects.create(**held | changes)


def of_oxaliplatin(**changes: Any) -> dict[str, Any]:
    """A content whose diluted bag lies below the label's concentration."""
    bags = [
        {"number": "1", "dilution": "10", "diluent": "glucose-5"},
        {"number": "2", "amount": "remainder", "diluent": "glucose-5"},
    ]
    drugs = [{"name": "oxaliplatin", "target_dose": "150", "unit": "mg"}]
    return content(title="Oxaliplatin in three steps", drugs=drugs, solutions=bags, **changes)


def signed(row: Template, by: User) -> None:
    """The diluted bag signed for with the template."""
    new = NewSignOff(
        drug=Drug.objects.get(name_key="oxaliplatin"),
        dose=Fraction(150),
        code="concentration-below-range",
        places=("solution 1",),
        reason="every diluted bag is",
    )
    sign_once(template=row, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def with_everything(maker: User, reader: User) -> Template:
    """Two revisions, the second read by a second person, its review due, its diluted bag signed for."""
    libraries()
    common: dict[str, Any] = {"by": maker, "at": timezone.now()}
    first = make_template(content=of_oxaliplatin(), note="", entry_key=uuid4(), **common)
    changed = of_oxaliplatin(review_due="2020-01-02", notes="Slower in the first bag.", bag_volume_ml="500")
    row = revise_template(slug=first.slug, based_on=1, content=changed, note="larger bags", entry_key=uuid4(), **common)
    signed(row, maker)
    record_reading(template=row, note="with the paper", entry_key=uuid4(), by=reader, at=timezone.now())
    return row
