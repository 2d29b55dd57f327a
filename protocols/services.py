"""Every write about templates, protocols and versions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError
from django.utils import timezone

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.records.once import insert_once
from desens.unit.definitions.emergency import STOP_RULES
from desens.unit.definitions.schedules import MONITORING
from desens.unit.definitions.stock import UnitPump
from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from drugs.selectors import ProductFacts
from patients.models import Patient
from patients.names import new_code
from patients.services import require_prescribable
from protocols import standing
from protocols.decision import decision_about
from protocols.dose_order import DoseOrder, order_to_stored
from protocols.engine import Choices, Schedule, Specification, apply_template, canonical, compute
from protocols.engine.products import product_findings
from protocols.engine.sums import by_level
from protocols.frozen import cycle_of, identity_of, rescue_of
from protocols.models import ComputedDose, Protocol, Template, Version
from protocols.oral.document import oral_document
from protocols.oral.prescription import OralPrescription
from protocols.ordered_dose import ordered_of
from protocols.ordering.choice import OrdersChoice
from protocols.ordering.ordered import OrderedBeside, ordered
from protocols.orders import Orders
from protocols.product_limits import limits_of
from protocols.rules.decided import Decision, decided_findings
from protocols.rules.ordered_dose import Ordered
from protocols.rules.prescribed import prescribed_findings
from protocols.rules.template_fit import template_findings
from protocols.rules.unit_template import kept_places
from protocols.selectors import latest_number, template_content
from protocols.unit_templates.signed_off import findings_in_use
from protocols.version_document import VersionDocument, digest, document_text


@dataclass(frozen=True, kw_only=True)
class Prescription:
    """What the allergist chose, under which settings of the unit; "" means as in template or product.

    `specification` is the plan as edited, None for the one that template and choices give. `copied_from` is "" or the
    version (code/number) of an earlier cycle. `orders`: what is ordered beside, None as the unit's settings say.
    """

    drug: Drug
    product: ProductFacts | None
    template: Template
    unit: UnitSettings
    pump: UnitPump
    choices: Choices
    shown_choices: dict[str, str]
    intended_on: date | None
    place: str
    telephone: str
    filter_text: str
    fluids: str
    specification: Specification | None = None
    dose_order: DoseOrder | None = None
    copied_from: str = ""
    orders: OrdersChoice | None = None

    @property
    def ordered(self) -> Ordered | None:
        """The dose that was ordered, typed or computed; None where only the target dose was typed."""
        return ordered_of(self.dose_order, self.shown_choices, unit=self.choices.unit)


AnyPrescription = Prescription | OralPrescription


class ClosedWayError(Exception):
    """The assessment in force leaves no way to the drug."""


class StaleVersionError(Exception):
    """Somebody saved version `latest` since the form was opened."""

    def __init__(self, latest: int) -> None:
        super().__init__(f"version {latest} was saved meanwhile")
        self.latest = latest


def propose(
    prescription: Prescription, *, decision: Decision | None = None, on: date | None = None
) -> tuple[Specification, Schedule]:
    """What would be given. Raises the engine's NothingToCompute or ContentError; writes nothing.

    `decision` is what holds about the drug for the patient, None where no patient is asked about. `on` is the day on
    which the template is used, None for today.
    """
    template = template_content(prescription.template)
    own, edited = apply_template(template, prescription.choices), prescription.specification
    specification = edited or own
    schedule = compute(specification)
    computed = (
        *schedule.findings,
        *template_findings(template, prescription.choices),
        *product_findings(schedule, specification, limits_of(prescription.product)),
        *prescribed_findings(prescription.ordered, target=specification.target_dose, edited=edited is not None),
        *(decided_findings(decision, schedule) if decision else ()),
    )
    drug, day = prescription.drug, on or timezone.localdate()
    kept = kept_places(own, edited) if edited else None
    found = findings_in_use(computed, template=prescription.template, drug=drug, on=day, kept=kept)
    return specification, replace(schedule, findings=found)


def ordered_beside(prescription: Prescription, patient: Patient, *, on: date) -> OrderedBeside:
    """Premedication and standing orders, judged by what is recorded of the patient; writes nothing."""
    template = template_content(prescription.template)
    return ordered(
        patient=patient,
        drug=prescription.drug.name,
        template=template,
        unit=prescription.unit,
        choice=prescription.orders,
        fluids=prescription.fluids or template.fluids,
        on=on,
    )


def start_protocol(
    *, patient: Patient, prescription: AnyPrescription, entry_key: UUID, by: User, at: datetime
) -> Version:
    """Open the patient's protocol for a drug with its first version, a draft.

    NoNewProtocolError where none may be, ClosedWayError where the assessment leaves no way.
    """
    require_prescribable(patient)
    _require_a_way(patient, prescription)
    protocol = Protocol(
        patient=patient, code=new_code(), drug=prescription.drug, entry_key=entry_key, created_by=by, created_at=at
    )
    with recording(by=by, at=at) as record:
        stored, created = insert_once(protocol)
        if stored.patient_id != patient.pk:
            raise SuspiciousOperation("an entry key of another patient")
        if created:
            _event(record, "opened", "protocol", stored.code, patient=patient, after={"drug": prescription.drug.name})
        return _save_version(record, stored, 1, prescription, entry_key=entry_key, by=by, at=at)


def _require_a_way(patient: Patient, prescription: AnyPrescription) -> None:
    if decision_about(patient, prescription.drug).closes:
        raise ClosedWayError(prescription.drug.name)


def add_version(
    *, protocol: Protocol, based_on: int, prescription: AnyPrescription, entry_key: UUID, by: User, at: datetime
) -> Version:
    """Save the next draft after version `based_on`; StaleVersionError when that is no longer the latest.

    NoNewProtocolError where nothing more may be prescribed, ClosedWayError where the assessment leaves no way.
    """
    require_prescribable(protocol.patient)
    _require_a_way(protocol.patient, prescription)
    try:
        with recording(by=by, at=at) as record:
            if based_on > latest_number(protocol):
                raise StaleVersionError(latest_number(protocol))
            return _save_version(record, protocol, based_on + 1, prescription, entry_key=entry_key, by=by, at=at)
    except IntegrityError:
        raise StaleVersionError(latest_number(protocol)) from None


def _save_version(
    record: Recorder,
    protocol: Protocol,
    number: int,
    prescription: AnyPrescription,
    *,
    entry_key: UUID,
    by: User,
    at: datetime,
) -> Version:
    document = _document(protocol, number, prescription, on=timezone.localdate(at))
    text = document_text(document)
    row = Version(
        protocol=protocol,
        number=number,
        template=prescription.template,
        document=text,
        digest=digest(text),
        engine_version=document.schedule.engine_version,
        entry_key=entry_key,
        saved_by=by,
        saved_at=at,
    )
    version, created = insert_once(row)
    if version.protocol_id != protocol.pk:
        raise SuspiciousOperation("an entry key of another protocol")
    if created:
        if document.dose_order:
            ComputedDose(version=version, order=canonical(order_to_stored(document.dose_order))).save()
        after = {"number": number, "digest": row.digest, "choices": prescription.shown_choices}
        _event(record, "saved draft", "version", f"{protocol.code}/{number}", patient=protocol.patient, after=after)
    return version


def _document(protocol: Protocol, number: int, prescription: AnyPrescription, *, on: date) -> VersionDocument:
    if isinstance(prescription, OralPrescription):
        return oral_document(protocol, number, prescription, on=on)
    patient, template = protocol.patient, template_content(prescription.template)
    specification, schedule = propose(prescription, decision=decision_about(patient, prescription.drug), on=on)
    beside = ordered_beside(prescription, patient, on=on)
    return VersionDocument(
        identity=identity_of(protocol, number),
        source={
            "template": prescription.template.slug,
            "revision": str(prescription.template.revision),
            "title": template.title,
            "citation": template.citation,
            "mark": template.mark,
            "product": prescription.product.name if prescription.product else "",
            "unit": standing.stored_unit(prescription.unit, prescription.pump),
            "unit_settings": standing.used_revisions(prescription.unit),
        },
        choices=prescription.shown_choices,
        orders=_orders(patient, prescription, beside, on=on),
        specification=specification,
        schedule=replace(schedule, findings=by_level(*schedule.findings, *beside.findings)),
        edited=prescription.specification is not None,
        dose_order=prescription.dose_order,
        **cycle_of(protocol, number, prescription.copied_from),
    )


def _orders(patient: Patient, prescription: Prescription, beside: OrderedBeside, *, on: date) -> Orders:
    template, product, unit = template_content(prescription.template), prescription.product, prescription.unit
    return Orders(
        intended_on=prescription.intended_on,
        place=prescription.place,
        telephone=prescription.telephone,
        filter_text=prescription.filter_text or (product.filter if product else ""),
        fluids=prescription.fluids or template.fluids,
        monitoring=str(unit[MONITORING]),
        observation=standing.observation_text(beside.observation_h),
        stop_rules=tuple(str(rule) for rule in unit[STOP_RULES]),
        rescue=rescue_of(patient, unit, on=on),
        **beside.stored,
    )


def _event(
    record: Recorder, action: str, subject: str, subject_code: str, *, patient: Patient, after: Mapping[str, object]
) -> None:
    record.event(action, subject=subject, subject_code=subject_code, patient_code=patient.code, after=after)


def note_print(*, version: Version, kind: str, sha256: str, by: User, at: datetime) -> None:
    """That a document was printed, and the hash of its bytes."""
    protocol = version.protocol
    with recording(by=by, at=at) as record:
        after = {"document": kind, "sha256": sha256}
        _event(record, "printed", "version", f"{protocol.code}/{version.number}", patient=protocol.patient, after=after)
