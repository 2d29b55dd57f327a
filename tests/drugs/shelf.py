"""What tests of the drugs begin with."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from drugs import services, unit_services
from drugs.models import Drug, Product, Value
from drugs.unit_services import NewValue

LABEL = {"source": "Label of 2026-05, page 3", "mark": "seen", "reviewed_on": date(2026, 11, 2)}


def loaded() -> None:
    services.load_library(by="test", at=timezone.now())


def drug(key: str) -> Drug:
    return Drug.objects.get(name_key=key)


def product(key: str) -> Product:
    return Product.objects.filter(drug__name_key=key)[0]


def stating(what: str, stated: str, unit: str = "", condition: str = "") -> NewValue:
    established = bool(stated)
    return NewValue(what=what, condition=condition, established=established, stated=stated, unit=unit, **LABEL)


def stated(about: Drug | Product, new: NewValue, by: User, **changes: Any) -> Value:
    """The unit's value, based on what stands."""
    stands = unit_services.standing_value(about, new.what, new.condition)
    entry = {"based_on": stands and stands.pk, "entry_key": uuid4(), "by": by, "at": timezone.now()}
    return unit_services.state_value(about=about, new=new, **(entry | changes))


def retired(row: Any, by: User, *, is_retired: bool = True) -> None:
    unit_services.retire(
        row=row, is_retired=is_retired, reason="no longer bought", entry_key=uuid4(), by=by, at=timezone.now()
    )
