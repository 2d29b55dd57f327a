"""Templates of the unit that tests begin with."""

import json
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.numbers.files import load_text
from protocols.models import Template

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
