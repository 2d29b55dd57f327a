"""The unit that a column's head states, so that a sixtyfold or thousandfold misreading is refused, not passed over."""

import re

from django.utils.translation import gettext as _

from desens.numbers.quantity import AMOUNT_UNITS

_STATED = re.compile(r"[(\[]([^)\]]+)[)\]]|,\s*([^,]+)$")
_RATES = {"ml/h": "mL/h", "ml/hr": "mL/h", "ml/hour": "mL/h", "ml/min": "mL/min", "ml/minute": "mL/min"}
_AMOUNTS = {unit.lower(): unit for unit in AMOUNT_UNITS} | {
    "\u00b5g": "mcg",
    "\u03bcg": "mcg",
    "ug": "mcg",
    "units": "U",
}
_PLAIN = {"minutes": ("min", "mins", "minutes"), "volume_ml": ("ml",)}
_OF_DOSES = ("dose", "cumulative_dose", "dose_per_min")


def stated_units(columns: list[str], heads: list[str]) -> dict[str, str]:
    """`rate_unit` and `unit` as the heads state them; ValueError with a sentence for one that cannot be meant."""
    stated: dict[str, str] = {}
    for column, head in zip(columns, heads, strict=True):
        unit = _unit_of(head)
        if unit is None:
            continue
        if column == "rate":
            stated["rate_unit"] = _known(_RATES, unit, _("mL/h or mL/min"))
        elif column in _OF_DOSES:
            stated["unit"] = _known(_AMOUNTS, unit.removesuffix("/min"), ", ".join(AMOUNT_UNITS))
        elif column in _PLAIN:
            _known({name: name for name in _PLAIN[column]}, unit, _PLAIN[column][0])
    return stated


def _unit_of(head: str) -> str | None:
    text = head.strip().lower()
    if text in _RATES:
        return text
    found = _STATED.search(text)
    return next(part for part in found.groups() if part).strip() if found else None


def _known(units: dict[str, str], unit: str, expected: str) -> str:
    if unit not in units:
        raise ValueError(_("A head says “%(unit)s”; expected %(expected)s.") % {"unit": unit, "expected": expected})
    return units[unit]
