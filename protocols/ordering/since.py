"""What speaks against a saved version's premedication and rescue medicines since: an allergy or a medicine recorded."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext as _

from desens.unit.selectors import UnitSettings, current
from patients.models import Patient
from protocols.engine import Finding
from protocols.engine.template import Entry
from protocols.findings_shown import finding_lines
from protocols.ordering.choice import NONE, OrdersChoice
from protocols.ordering.ordered import ordered
from protocols.ordering.row_reading import as_row
from protocols.ordering.unit_choice import observation_h
from protocols.orders import Orders
from protocols.version_document import VersionDocument

#: Beside what blocks and what needs a reason: glucagon that must be at hand.
_NEEDED = ("glucagon-ordered",)
#: Comes by itself as a laboratory value grows old.
_BY_TIME = ("premedication-not-recorded",)
#: Values that tell one finding of a kind from another; figures and days do not.
_NAMES = ("drug", "substance", "medicine", "diagnosis")


def spoken_against_since(
    document: VersionDocument, patient: Patient, template: Entry, *, at: datetime
) -> tuple[str, ...]:
    """What the version does not know and the record of today says, in words; empty where nothing came."""
    unit, orders = current(), document.orders
    judged = ordered(
        patient=patient,
        drug=document.drug,
        template=template,
        unit=unit,
        choice=_as_chosen(orders, unit, drug=document.drug),
        fluids=orders.fluids,
        on=timezone.localdate(at),
    )
    known = set(map(_name, document.schedule.findings))
    new = (finding for finding in _weighty(judged.findings) if _name(finding) not in known)
    return tuple(_("Since it was saved: %(what)s") % {"what": line.text} for line in finding_lines(new))


def _weighty(findings: Iterable[Finding]) -> list[Finding]:
    return [found for found in findings if found.code in _NEEDED or (_asks(found) and found.code not in _BY_TIME)]


def _asks(finding: Finding) -> bool:
    return finding.level != "caution"


def _as_chosen(orders: Orders, unit: UnitSettings, *, drug: str) -> OrdersChoice:
    return OrdersChoice(
        premedication_set=orders.premedication_set or NONE,
        rows=tuple(map(as_row, orders.premedication)),
        monitoring_minutes=orders.monitoring_minutes or Fraction(1),
        observation_h=orders.observation_h or observation_h(unit, drug),
        glucagon=orders.glucagon is not None,
    )


def _name(finding: Finding) -> tuple[str, ...]:
    values = dict(finding.values)
    return (finding.code, *(values.get(name, "") for name in _NAMES))
