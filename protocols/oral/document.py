"""The frozen document of an oral version."""

from dataclasses import replace
from datetime import date

from desens.unit.definitions.emergency import STOP_RULES
from desens.unit.definitions.schedules import MONITORING
from protocols import standing
from protocols.decision import decision_about
from protocols.engine.sums import by_level
from protocols.frozen import cycle_of, identity_of, rescue_of
from protocols.models import Protocol
from protocols.oral.prescription import OralPrescription, beside_oral, propose_oral
from protocols.ordering.ordered import OrderedBeside
from protocols.orders import Orders
from protocols.selectors import entry_content
from protocols.version_document import VersionDocument


def oral_document(protocol: Protocol, number: int, prescription: OralPrescription, *, on: date) -> VersionDocument:
    """What is stored: the calendar with its findings, who it is for, and what lies ready."""
    patient, template = protocol.patient, entry_content(prescription.template)
    schedule = propose_oral(prescription, decision=decision_about(patient, prescription.drug), on=on)
    beside = beside_oral(prescription, patient, on=on)
    return VersionDocument(
        identity=identity_of(protocol, number),
        source={
            "template": prescription.template.slug,
            "revision": str(prescription.template.revision),
            "title": template.title,
            "citation": template.citation,
            "mark": template.mark,
            "product": "",
            "unit_settings": standing.used_revisions(prescription.unit),
        },
        choices=prescription.shown_choices,
        orders=_orders(protocol, prescription, beside, on=on),
        specification=prescription.specification,
        schedule=replace(schedule, findings=by_level(*schedule.findings, *beside.findings)),
        edited=prescription.edited,
        **cycle_of(protocol, number, prescription.copied_from),
    )


def _orders(protocol: Protocol, prescription: OralPrescription, beside: OrderedBeside, *, on: date) -> Orders:
    unit = prescription.unit
    return Orders(
        intended_on=prescription.intended_on,
        place=prescription.place,
        telephone=prescription.telephone,
        filter_text="",
        fluids="",
        monitoring=str(unit[MONITORING]),
        observation=standing.observation_text(beside.observation_h),
        stop_rules=tuple(str(rule) for rule in unit[STOP_RULES]),
        rescue=rescue_of(protocol.patient, unit, on=on),
        **beside.stored,
    )
