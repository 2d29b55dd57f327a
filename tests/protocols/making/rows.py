"""Rows of bags written straight to the database, so that every combination can be tried."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from protocols.models import BagsMade, BagsMadeLot, BagsMeaning, BagsSignature, Version


def bags_row(version: Version, by: User, **changes: Any) -> BagsMade:
    """A record of bags made now and used within four hours, with a lot and the preparer's signature."""
    now = timezone.now()
    held = {"prepared_at": now, "use_by": now + timedelta(hours=4), "entry_key": uuid4()} | changes
    row = BagsMade.objects.create(version=version, **held)
    BagsMadeLot.objects.create(made=row, part="drug", product="atezolizumab for infusion")
    BagsMadeLot.objects.create(made=row, part="diluent", product="sodium chloride 0.9\u00a0%")
    signed_row(row, by)
    return row


def signed_row(made: BagsMade, by: User, **changes: Any) -> BagsSignature:
    """That a person prepared the bags, unless told otherwise."""
    held = {"meaning": BagsMeaning.PREPARED, "person": by, "at": timezone.now(), "entry_key": uuid4()}
    return BagsSignature.objects.create(made=made, **held | changes)


def check_values(made: BagsMade) -> dict[str, Any]:
    """What makes a signature the second person's."""
    first = made.signatures.get(meaning=BagsMeaning.PREPARED)
    return {"meaning": BagsMeaning.CHECKED, "checked": "bags", "prepared": first}
