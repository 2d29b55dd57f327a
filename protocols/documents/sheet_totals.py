"""The end of the sheet: what the steps add up to, and where the figures come from."""

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import kept_together
from protocols.documents.sheet_rows import clock_text
from protocols.engine import Schedule


def totals(schedule: Schedule) -> list[str]:
    """Sum of the steps against the target, computed exactly, and the whole time (safety.md H3)."""
    return [
        _sum_text(schedule),
        _("infusion time %(minutes)s = %(clock)s")
        % {"minutes": Quantity.of(schedule.total_minutes, "min"), "clock": clock_text(schedule.total_minutes)},
    ]


def origins(*, template_title: str, citation: str, engine_version: str) -> list[str]:
    """Template, source and engine version, as far as there are any."""
    template = template_title and _("template: %(title)s") % {"title": template_title}
    source = citation and _("source: %(citation)s") % {"citation": citation}
    engine = kept_together(_("engine %(version)s") % {"version": engine_version})
    return [text for text in (template, source, engine) if text]


def _sum_text(schedule: Schedule) -> str:
    total, target = (Quantity.of(value, schedule.unit) for value in (schedule.total_dose, schedule.target_dose))
    missed = schedule.target_dose - schedule.total_dose
    if not missed:
        return _("sum of steps = target = %(total)s, residual 0") % {"total": total}
    words = {"total": total, "target": target, "residual": Quantity.of(abs(missed), schedule.unit)}
    if missed > 0:
        return _("sum of steps = %(total)s, target %(target)s: %(residual)s too little") % words
    return _("sum of steps = %(total)s, target %(target)s: %(residual)s too much") % words
