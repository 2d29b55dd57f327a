"""The head of every page of every document of a version: who, which plan, and whether it may be given."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desens.numbers.quantity import Quantity
from desens.printing.render import EVERY_PAGE
from patients.selectors import Identity
from protocols.documents.fitting import sized
from protocols.documents.qr import qr_svg
from protocols.documents.sheet_head import State, identity_facts, state_text, state_word
from protocols.documents.sheet_unit import LOGO, NOT_STATED, UnitOnSheet


@dataclass(frozen=True, kw_only=True)
class Head:
    """`address` is what the QR opens; "" and None are printed as a blank or "not recorded".

    `drug` as it is printed, in capitals or tall-man letters; `size` says how long the plan is; `short_hash` is of the
    canonical schedule with identity and version (traps.md 40).
    """

    identity: Identity
    state: State
    version_number: int
    short_hash: str
    address: str
    drug: str
    target: Quantity | str
    size: str
    intended_on: date | None
    place: str
    unit: UnitOnSheet = NOT_STATED

    @property
    def identifier(self) -> str:
        """What tells this version's files from others."""
        return f"{self.identity.code} {self.version_number} {self.short_hash}"


def printed_drug(name: str, tall_man: str = "") -> str:
    """In tall-man letters where look-alikes are known (ISMP), else in capitals."""
    return tall_man or name.upper()


def head_context(head: Head, *, title: str) -> dict[str, Any]:
    """What the head's template shows; `title` is the file's."""
    return {
        "title": title,
        "names": head.unit.names,
        "logo": LOGO if head.unit.logo else "",
        "identity": head.identity,
        "name_size": sized(head.identity.shown_name, long=45, longest=110),
        "allergies_size": sized(*(chip.substance for chip in head.identity.allergies), long=90, longest=900),
        "every_page": EVERY_PAGE,
        "facts": identity_facts(head.identity),
        "qr": qr_svg(head.address),
        "drug": head.drug,
        "drug_size": sized(head.drug, long=45, longest=110),
        "target": head.target,
        "size": head.size,
        "intended": head.intended_on.isoformat() if head.intended_on else "",
        "place": head.place,
        "version": f"v{head.version_number}",
        "short_hash": head.short_hash,
        "state": state_word(head.state),
        "state_text": state_text(head.state),
    }
