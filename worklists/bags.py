"""The bags that were made: of which versions, until when they serve, and whether a second person checked them."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from protocols.models import BagsMade, BagsMeaning, BagsSignature
from worklists.asked import Asked
from worklists.lines import Line, version_line
from worklists.persons import alive
from worklists.states import superseded, void
from worklists.version_lines import anew
from worklists.versions import OF_SIGNED, PATIENT

#: What `parts` reads beside the row.
ANNOTATED = ("maker", "is_checked")


def prepared_today(asked: Asked) -> QuerySet[BagsMade]:
    """Bags that count, made today or for today, of versions that are neither void nor superseded.

    Those that served no longer than yesterday are left out: their version is to be prepared anew.
    """
    begins, ends = (_midnight(asked, days) for days in (0, 1))
    rows = BagsMade.objects.filter(alive(PATIENT), ~void("version__"), ~superseded("version__"), error__isnull=True)
    of_today = Q(prepared_at__gte=begins, prepared_at__lt=ends) | Q(version__release__planned_on=asked.on)
    return rows.filter(of_today, use_by__gte=begins)


def parts(rows: QuerySet[BagsMade]) -> QuerySet[BagsMade]:
    """With the version, who made the bags, and whether another person checked them."""
    signatures = BagsSignature.objects.filter(made=OuterRef("pk"))
    maker = signatures.filter(meaning=BagsMeaning.PREPARED).values("person__full_name")
    checked = Exists(signatures.filter(meaning=BagsMeaning.CHECKED))
    return rows.select_related(*OF_SIGNED).annotate(maker=Subquery(maker), is_checked=checked)


def lines(rows: Sequence[BagsMade], asked: Asked) -> list[Line]:
    """Bags by their use-by time, leading to their record."""
    return [_line(row, asked, **{name: getattr(row, name) for name in ANNOTATED}) for row in rows]


def _line(row: BagsMade, asked: Asked, *, maker: str, is_checked: bool) -> Line:
    check = _("checked by a second person") if is_checked else _("no second check yet")
    passed = _("use-by time passed") if asked.at >= row.use_by else ""
    note = " · ".join(filter(None, (passed, check, anew(row.version, asked))))
    return version_line(row.version, asked, at_page="preparation", since=row.use_by, person=maker, note=note)


def _midnight(asked: Asked, days: int) -> datetime:
    day = asked.on + timedelta(days=days)
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())
