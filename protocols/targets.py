"""A target dose in words: of each component, and a day's dose said to be one."""

import json
from collections.abc import Sequence

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.write import read_exact
from protocols.engine import AnySchedule, DaysSchedule
from protocols.engine.days.stored import DAYS_SCHEMA


def target_text(schedules: Sequence[AnySchedule]) -> str:
    """The target of a drug, or of all components of a medicine."""
    amounts = [(Quantity.of(one.target_dose, one.unit), one.drug) for one in schedules]
    return _worded(amounts, a_day=isinstance(schedules[0], DaysSchedule))


def stored_target(document: str) -> str:
    """The target as the stored document of a version keeps it, without reading its figures; "" where it keeps none."""
    stored = json.loads(document)
    first, others = stored["schedule"], stored.get("others", [])
    schedules = [first, *(component["schedule"] for component in others)]
    amounts = [
        (Quantity.of(read_exact(one["target_dose"]), one["unit"]), one["drug"]) for one in schedules if "unit" in one
    ]
    return _worded(amounts, a_day=first.get("schema") == DAYS_SCHEMA) if amounts else ""


def _worded(amounts: Sequence[tuple[Quantity, str]], *, a_day: bool) -> str:
    """`80 mg of trimethoprim + 400 mg of sulfamethoxazole a day`; the drug is named only among several."""
    one = _("%(dose)s of %(drug)s") if len(amounts) > 1 else "%(dose)s"
    text = " + ".join(one % {"dose": dose, "drug": drug} for dose, drug in amounts)
    return _("%(dose)s a day") % {"dose": text} if a_day else text
