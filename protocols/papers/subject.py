"""What every paper of a version begins from: whose it is today, the frozen version, and what it says of itself."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from desens.numbers.write import read_exact
from desens.unit.selectors import picture
from drugs.selectors import retired, tall_man_forms
from patients.selectors import Identity, identity, patient_of
from protocols import selectors
from protocols.documents.page_head import Head, printed_drug
from protocols.documents.sheet_head import State
from protocols.documents.sheet_unit import NOT_STATED, UnitOnSheet
from protocols.models import Protocol
from protocols.papers.states import paper_state
from protocols.selectors import ShownVersion


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One version on its way to paper."""

    who: Identity
    protocol: Protocol
    shown: ShownVersion
    state: State

    @property
    def address(self) -> str:
        """What the code on paper opens: the version's page."""
        path = reverse("version", args=[self.who.code, self.protocol.code, self.shown.row.number])
        return f"{settings.PUBLIC_ADDRESS}{path}"

    @property
    def signed(self) -> dict[str, Any]:
        """Who prescribed and who verified, as every document ends with; before the signature, who saved it."""
        standing, row = self.shown.standing, self.shown.row
        signed, checked = standing.prescription, standing.verification
        return {
            "prescribed_by": signed.person.full_name if signed else row.saved_by.full_name,
            "prescribed_at": signed.at if signed else row.saved_at,
            "verified_by": checked.person.full_name if checked else "",
            "verified_at": checked.at if checked else None,
        }

    @property
    def planned(self) -> dict[str, Any]:
        """When and where it is given: as released, else as intended."""
        release, orders = self.shown.standing.release, self.shown.document.orders
        return {
            "intended_on": release.planned_on if release else orders.intended_on,
            "place": release.get_place_display() if release else orders.place,
        }


def subject_of(code: str, protocol_code: str, number: int, *, viewer: User) -> Subject:
    """The version below its patient; 404 for another patient's."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    return Subject(
        who=identity(patient, viewer=viewer, on=timezone.localdate()),
        protocol=protocol,
        shown=shown,
        state=paper_state(shown, at=timezone.now()),
    )


def head_of(subject: Subject, **size: Any) -> Head:
    """The head of a document; `size` holds `target` and `size`."""
    return Head(
        identity=subject.who,
        state=subject.state,
        version_number=subject.shown.row.number,
        short_hash=subject.shown.short_hash,
        address=subject.address,
        drug=printed_drug(subject.protocol.drug.name, tall_man_of(subject)),
        unit=unit_of(subject),
        **subject.planned,
        **size,
    )


def tall_man_of(subject: Subject) -> str:
    """The drug in tall-man letters, "" where no look-alike is known. Two queries."""
    return tall_man_forms(retired()).get(subject.protocol.drug_id, "")


def unit_of(subject: Subject) -> UnitOnSheet:
    """The unit as it stood when the version was saved, its picture found by its name."""
    stored: dict[str, str] = subject.shown.document.source.get("unit", {})
    if not stored:
        return NOT_STATED
    read: dict[str, Any] = {"logo": picture(stored["logo"])}
    if "least_vtbi_ml" in stored:
        read["least_vtbi_ml"] = read_exact(stored["least_vtbi_ml"])
    return UnitOnSheet(**(stored | read))
