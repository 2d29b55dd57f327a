"""A released version whose bags are made, by services and by the page."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from protocols.making.entered import NewBags, NewLot
from protocols.making.second_check import check_bags
from protocols.making.services import mark_bags, record_bags
from protocols.models import BagsMade, BagsMadeInError, BagsSignature, Version
from tests.protocols.papers.scene import released_version

SALINE = "sodium chloride 0.9\u00a0%"
DRUG = NewLot(part="drug", product="atezolizumab for infusion", lot="B1234", expires_on=date(2029, 3, 31))
DILUENT = NewLot(part="diluent", product=SALINE)


def new_bags(**changes: Any) -> NewBags:
    """Made now, used within four hours, one lot of the drug, that of the diluent not recorded."""
    now = timezone.now().replace(second=0, microsecond=0)
    said = {"prepared_at": now, "use_by": now + timedelta(hours=4), "lots": (DRUG, DILUENT)}
    return NewBags(**(said | changes))


def made(version: Version, by: User, *, entry_key: UUID | None = None, at: datetime | None = None, **said: Any):
    """The record, by the service."""
    at = at or timezone.now()
    return record_bags(version=version, new=new_bags(**said), entry_key=entry_key or uuid4(), by=by, at=at)


def checked(bags: BagsMade, by: User, **changes: Any) -> BagsSignature:
    """The second person's check, by the service."""
    said = {"looked": ("products", "bags"), "remark": "", "entry_key": uuid4(), "at": timezone.now()}
    return check_bags(made=bags, by=by, **(said | changes))


def in_error(bags: BagsMade, by: User, reason: str = "bags discarded") -> BagsMadeInError:
    """The mark, by the service."""
    return mark_bags(made=bags, reason=reason, entry_key=uuid4(), by=by, at=timezone.now())


def address_of(version: Version, name: str = "preparation") -> str:
    """A page below the version."""
    return reverse(name, args=[version.protocol.patient.code, version.protocol.code, version.number])


def typed(**changes: Any) -> dict[str, Any]:
    """What a pharmacist types: made now, used within four hours."""
    now = timezone.localtime()
    until = now + timedelta(hours=4)
    return {
        "entry_key": str(uuid4()),
        "prepared_on": f"{now:%Y-%m-%d}",
        "prepared_time": f"{now:%H:%M}",
        "use_by_on": f"{until:%Y-%m-%d}",
        "use_by_time": f"{until:%H:%M}",
        "lot-drug-0": "B1234",
        "expires-drug-0": "2029-03",
        "unrecorded-diluent": "on",
        "product-diluent": SALINE,
    } | changes


def sent(client: Client, version: Version, **changes: Any) -> Any:
    """The form as it is sent."""
    return client.post(address_of(version, "bags_made"), typed(**changes))


def stated_version(allergist: User, pharmacist: User) -> Version:
    """Carboplatin, whose stability is stated: 8 h."""
    dose = {"drug": "carboplatin", "target_dose": "600", "template": "carboplatin-12-step"}
    return released_version(allergist, pharmacist, dose=dose)
