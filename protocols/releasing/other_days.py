"""The other protocols of a person that are released for a day to come; and whether a release's day has passed."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from protocols.models import Meaning, Protocol, Release, Signature


def other_days(protocol: Protocol, ids: Collection[int], *, on: date) -> tuple[tuple[str, date], ...]:
    """Drug and day of each, from the day before `on`; not what is void or superseded. One query."""
    later = Signature.objects.filter(
        meaning=Meaning.PRESCRIBED,
        version__protocol=OuterRef("version__protocol"),
        version__number__gt=OuterRef("version__number"),
    )
    rows = Release.objects.filter(~Exists(later), version__protocol__patient__in=ids, version__voiding__isnull=True)
    others = rows.filter(planned_on__gte=on - timedelta(days=1)).exclude(version__protocol=protocol)
    return tuple(others.order_by("planned_on", "id").values_list("version__protocol__drug__name", "planned_on"))


def has_passed(release: Release | None, *, on: date) -> bool:
    """Whether the day it was released for is over: it may not be given any more."""
    return release is not None and release.planned_on < on
