"""The frozen document of a version: one canonical JSON text that pages, paper and exports read.

Schema 4, which may hold a medicine of several components; 3 holds one drug, 1 and 2 infusions alone: each is read and
written as it was. A kept example of each is read by a test; nothing in it is computed again for display.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from protocols.dose_order import DoseOrder, order_from_stored, order_to_stored
from protocols.engine import AnySchedule, AnySpecification, Schedule, Specification, canonical
from protocols.engine.days.stored import DAYS_SCHEMA
from protocols.engine.storing import (
    any_from_stored,
    any_specification_from_stored,
    any_specification_to_stored,
    any_to_stored,
)
from protocols.orders import Orders, orders_from_stored, orders_to_stored

SCHEMA = 4
KNOWN = (1, 2, 3, SCHEMA)


class NotInfusedError(TypeError):
    """An infusion was asked of a version that is given by mouth."""


@dataclass(frozen=True, kw_only=True)
class Infusion:
    """What is infused: steps from bags through a line."""

    specification: Specification
    schedule: Schedule


@dataclass(frozen=True, kw_only=True)
class Component:
    """What is given of one component of a medicine."""

    specification: AnySpecification
    schedule: AnySchedule


@dataclass(frozen=True, kw_only=True)
class VersionDocument:
    """For whom, from what, and what was chosen.

    `source` may hold `unit`, what is printed of the unit, and `unit_settings`, the revision of each setting used.
    `edited`: bags and steps are not what template and choices give. `dose_order` is what the target dose was computed
    from, None where it was typed. `cycle` counts the patient's protocols of the drug; `copied_from` is "" or the
    version (code/number) that this cycle began with. Schema 1 has none of the four.
    `medicine`: what is given, where it has several components; `specification` and `schedule` are those of the first
    and bear its name, `others` are the rest, given with it. "" and () before schema 4 and for one drug.
    """

    identity: dict[str, str]
    source: dict[str, Any]
    choices: dict[str, str]
    orders: Orders
    specification: AnySpecification
    schedule: AnySchedule
    edited: bool = False
    dose_order: DoseOrder | None = None
    cycle: int = 1
    copied_from: str = ""
    medicine: str = ""
    others: tuple[Component, ...] = ()
    schema: int = SCHEMA

    @property
    def drug(self) -> str:
        """What is given: the medicine, or its one drug."""
        return self.medicine or self.schedule.drug

    @property
    def is_infused(self) -> bool:
        """Whether it is an infusion; else days or single doses by mouth."""
        return isinstance(self.schedule, Schedule)

    @property
    def infusion(self) -> Infusion:
        """Specification and schedule of an infusion; NotInfusedError where it is none."""
        if not isinstance(self.specification, Specification) or not isinstance(self.schedule, Schedule):
            raise NotInfusedError(self.schedule.drug)
        return Infusion(specification=self.specification, schedule=self.schedule)


def document_text(document: VersionDocument) -> str:
    """The canonical text that is stored and hashed."""
    return canonical(
        {
            "schema": document.schema,
            "identity": document.identity,
            "source": document.source,
            "choices": document.choices,
            "orders": orders_to_stored(document.orders),
            "specification": any_specification_to_stored(document.specification),
            "schedule": any_to_stored(document.schedule),
        }
        | (_since_2(document) if document.schema > 1 else {})
        | (_since_4(document) if document.schema > 3 else {})
    )


def read_document(text: str) -> VersionDocument:
    """The inverse of `document_text`; ValueError for a schema this program does not know."""
    stored: dict[str, Any] = json.loads(text)
    if stored["schema"] not in KNOWN:
        raise ValueError(f"a version document of schema {stored['schema']}; known are {KNOWN}")
    return VersionDocument(
        identity=stored["identity"],
        source=stored["source"],
        choices=stored["choices"],
        orders=orders_from_stored(stored["orders"]),
        specification=any_specification_from_stored(stored["specification"]),
        schedule=any_from_stored(stored["schedule"]),
        schema=stored["schema"],
        **(_read_since_2(stored) if stored["schema"] > 1 else {}),
        **(_read_since_4(stored) if stored["schema"] > 3 else {}),
    )


def holds_infusion(text: str) -> bool:
    """Whether a stored document is an infusion, without reading its figures."""
    schema: object = json.loads(text)["schedule"]["schema"]
    return schema == 1


def is_by_day(text: str) -> bool:
    """Whether a stored document is a calendar of doses over days, without reading its figures."""
    schema: object = json.loads(text)["schedule"]["schema"]
    return schema == DAYS_SCHEMA


def digest(text: str) -> str:
    """SHA-256 of the canonical text, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def short_hash(full: str) -> str:
    """The first eight digits as they are printed and read aloud: 7f3a·91c2."""
    return f"{full[:4]}·{full[4:8]}"


def _since_2(document: VersionDocument) -> dict[str, Any]:
    return {
        "edited": document.edited,
        "dose_order": document.dose_order and order_to_stored(document.dose_order),
        "cycle": document.cycle,
        "copied_from": document.copied_from,
    }


def _read_since_2(stored: dict[str, Any]) -> dict[str, Any]:
    order = stored["dose_order"]
    return {
        "edited": stored["edited"],
        "dose_order": order_from_stored(order) if order else None,
        "cycle": stored["cycle"],
        "copied_from": stored["copied_from"],
    }


def _since_4(document: VersionDocument) -> dict[str, Any]:
    others = [
        {
            "specification": any_specification_to_stored(component.specification),
            "schedule": any_to_stored(component.schedule),
        }
        for component in document.others
    ]
    return {"medicine": document.medicine, "others": others}


def _read_since_4(stored: dict[str, Any]) -> dict[str, Any]:
    others = tuple(
        Component(
            specification=any_specification_from_stored(component["specification"]),
            schedule=any_from_stored(component["schedule"]),
        )
        for component in stored["others"]
    )
    return {"medicine": stored["medicine"], "others": others}
