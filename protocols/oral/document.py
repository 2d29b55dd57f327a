"""The frozen document of an oral version."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.unit.definitions.emergency import STOP_RULES_OF_DOSES
from desens.unit.definitions.schedules import MONITORING
from protocols import standing
from protocols.decision import decision_about
from protocols.engine import DaysSpecification
from protocols.engine.sums import by_level
from protocols.frozen import cycle_of, identity_of, rescue_of
from protocols.models import Protocol
from protocols.oral.prescription import OralPrescription, beside_oral, other_components, propose_oral
from protocols.ordering.ordered import OrderedBeside
from protocols.orders import Orders
from protocols.selectors import entry_content
from protocols.version_document import VersionDocument


def oral_document(protocol: Protocol, number: int, prescription: OralPrescription, *, on: date) -> VersionDocument:
    """What is stored: the calendar with its findings, who it is for, and what lies ready."""
    patient, template = protocol.patient, entry_content(prescription.template)
    schedule = propose_oral(prescription, decision=decision_about(patient, prescription.drug), on=on)
    beside, others = beside_oral(prescription, patient, on=on), other_components(prescription)
    return VersionDocument(
        identity=identity_of(protocol, number),
        source={
            "template": prescription.template.slug,
            "revision": str(prescription.template.revision),
            "title": template.title,
            "citation": template.citation,
            "mark": template.mark,
            "product": "; ".join(facts.name for facts in prescription.products),
            "unit": standing.stored_unit(prescription.unit),
            "unit_settings": standing.used_revisions(prescription.unit),
        },
        choices=prescription.shown_choices,
        orders=_orders(protocol, prescription, beside, on=on),
        specification=prescription.specification,
        schedule=replace(schedule, findings=by_level(*schedule.findings, *beside.findings)),
        edited=prescription.edited,
        dose_order=prescription.dose_order,
        medicine=protocol.drug.name if others else "",
        others=others,
        **cycle_of(protocol, number, prescription.copied_from),
    )


def _orders(protocol: Protocol, prescription: OralPrescription, beside: OrderedBeside, *, on: date) -> Orders:
    """Single doses are watched as the unit says; what is taken over days, at home, has neither hours nor intervals."""
    unit, stored, by_day = prescription.unit, beside.stored, isinstance(prescription.specification, DaysSpecification)
    hours = Quantity.of(beside.observation_h, "h")
    watched = dict.fromkeys(("monitoring_minutes", "observation_h")) if by_day else {}
    return Orders(
        intended_on=prescription.intended_on,
        place=prescription.place,
        telephone=prescription.telephone,
        filter_text="",
        fluids="",
        monitoring="" if by_day else str(unit[MONITORING]),
        observation="" if by_day else _("Observe for at least %(time)s after the last dose") % {"time": hours},
        stop_rules=tuple(str(rule) for rule in unit[STOP_RULES_OF_DOSES]),
        rescue=rescue_of(protocol.patient, unit, on=on),
        **(stored | watched),
    )
