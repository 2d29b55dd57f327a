"""A version as its page shows it to who may not read what people typed (desens.access.typed_text).

Its stored text stays as it is; the schedule, the doses and every figure are shown to everybody who may open the page.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from desens.access.models import User
from desens.access.typed_text import sees_typed_text, typed
from protocols.engine import AnySchedule, Finding, Premedication
from protocols.orders import Orders
from protocols.rules.premedication_row import PremedicationRow
from protocols.selectors import ShownVersion
from protocols.version_document import VersionDocument

AnyFinding = TypeVar("AnyFinding", bound=Finding)
#: Fields of the editor that are written, not chosen; what is left empty there comes from the template or the product.
ORDERED = ("place", "telephone", "filter_text", "fluids")
WRITTEN = (*ORDERED, "dose_reason", "dose_basis")
#: The value by which a finding quotes a person.
QUOTED = "reason"


def readable(shown: ShownVersion, viewer: User) -> ShownVersion:
    """The version, and for who may not see identity without what was written in it."""
    if sees_typed_text(viewer):
        return shown
    document = shown.document
    choices = {name: typed(text, viewer) if name in WRITTEN else text for name, text in document.choices.items()}
    others = tuple(replace(one, schedule=_schedule(one.schedule, viewer)) for one in document.others)
    return replace(
        shown,
        document=replace(
            document,
            choices=choices,
            orders=_orders(document, viewer),
            schedule=_schedule(document.schedule, viewer),
            others=others,
        ),
    )


def _orders(document: VersionDocument, viewer: User) -> Orders:
    orders = document.orders
    stored: dict[str, str] = {name: getattr(orders, name) for name in ORDERED}
    written: dict[str, Any] = {
        name: typed(text, viewer) for name, text in stored.items() if document.choices.get(name, text)
    }
    written["premedication"] = tuple(_premedication(given, viewer) for given in orders.premedication)
    return replace(orders, **written)


def _premedication(given: Premedication, viewer: User) -> Premedication:
    """A row with a source has the moment of that source; its reason may have been written anew all the same."""
    if not isinstance(given, PremedicationRow):
        return given
    moment = given.moment if given.source else typed(given.moment, viewer)
    return replace(given, moment=moment, reason=typed(given.reason, viewer))


def _schedule(schedule: AnySchedule, viewer: User) -> AnySchedule:
    return replace(schedule, findings=tuple(_findings(schedule.findings, viewer)))


def _findings(findings: Iterable[AnyFinding], viewer: User) -> Iterable[AnyFinding]:
    for finding in findings:
        values = tuple((name, typed(text, viewer) if name == QUOTED else text) for name, text in finding.values)
        yield replace(finding, values=values)
