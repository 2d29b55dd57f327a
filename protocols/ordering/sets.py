"""The rows that a set of the unit, or a published protocol, proposes; what was withdrawn is replaced in them."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from desens.unit.definitions.medicines import UnitPremedication
from desens.unit.definitions.premedication import PREMEDICATION_SETS
from desens.unit.selectors import UnitSettings
from drugs.names import drug_key
from protocols.engine.template import Entry
from protocols.ordering.choice import NONE, SET, TEMPLATE
from protocols.rules.premedication_row import PremedicationRow, row_of
from protocols.rules.withdrawn import INSTEAD, succeeded, successor_of


def set_titles(unit: UnitSettings) -> dict[str, str]:
    """What premedication may be taken from, by its key: the template, nothing, and each set of the unit."""
    names = dict.fromkeys(row.set_name for row in unit[PREMEDICATION_SETS])
    return {
        TEMPLATE: _("As in the template"),
        NONE: _("None beyond the drug's label"),
        **{SET + name: name for name in names},
    }


def proposed_rows(key: str, *, unit: UnitSettings, template: Entry | None) -> tuple[PremedicationRow, ...]:
    """The rows of that key, those withdrawn replaced; none for "none" and for a template nobody chose yet."""
    if key == TEMPLATE:
        return template_rows(template) if template else ()
    named = [row for row in unit[PREMEDICATION_SETS] if SET + row.set_name == key]
    return _current(_from_set(row) for row in named)


def template_rows(template: Entry) -> tuple[PremedicationRow, ...]:
    """The premedication of a published protocol, with its citation."""
    return _current(row_of(given, source=template.citation) for given in template.premedication)


def _current(rows: Iterable[PremedicationRow]) -> tuple[PremedicationRow, ...]:
    return tuple(map(_replaced, rows))


def _replaced(row: PremedicationRow) -> PremedicationRow:
    successor = successor_of(frozenset({drug_key(row.drug)}))
    if successor is None:
        return row
    instead = _(INSTEAD) % {"drug": row.drug}
    return replace(succeeded(row, successor), reason=f"{row.reason}, {instead}" if row.reason else instead)


def _from_set(row: UnitPremedication) -> PremedicationRow:
    return PremedicationRow(
        drug=row.drug,
        dose=row.dose,
        unit=row.unit,
        route=row.route,
        minutes_before=None if row.minutes_before is None else int(row.minutes_before),
        moment=row.moment,
        reason=row.reason,
        source=row.source,
    )
