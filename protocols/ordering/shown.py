"""Orders beside the schedule as a page shows them: quantities and sentences, no bare figure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from protocols.documents.sheet_rescue import glucagon_words
from protocols.documents.sheet_setup import BLANK, premedication_lines
from protocols.engine import Premedication
from protocols.ordering.ordered import OrderedBeside
from protocols.ordering.row_reading import as_row
from protocols.orders import Orders
from protocols.rules.glucagon import Glucagon
from protocols.rules.premedication_row import PremedicationRow
from protocols.rules.rescue_medicines import RescueMedicine


@dataclass(frozen=True, kw_only=True)
class RowLine:
    """One premedication: what, when, why, from where; "" where nothing is stated."""

    drug: str
    dose: str
    route: str
    when: str
    reason: str
    source: str


@dataclass(frozen=True, kw_only=True)
class MedicineLine:
    """What lies ready: a dose in words, when it is given, and its source."""

    drug: str
    dose: str
    reason: str
    source: str


@dataclass(frozen=True, kw_only=True)
class BesideView:
    """Premedication and what lies ready beside epinephrine."""

    premedication: tuple[RowLine, ...]
    ready: tuple[MedicineLine, ...]


def beside_view(beside: OrderedBeside | None) -> BesideView | None:
    """What would be ordered."""
    return None if beside is None else _view(beside.premedication, beside.rescues, beside.glucagon)


def stored_view(orders: Orders) -> BesideView:
    """What a version ordered."""
    return _view(orders.premedication, orders.rescues, orders.glucagon)


def monitoring_text(orders: Orders) -> str:
    """What is watched, and how often where the version says it."""
    if orders.monitoring_minutes is None:
        return orders.monitoring
    every = Quantity.of(orders.monitoring_minutes, "min")
    return _("%(what)s; at least every %(time)s") % {"what": orders.monitoring, "time": every}


def glucagon_line(order: Glucagon) -> MedicineLine:
    """The bolus, the infusion after it, and the source with its conflict."""
    because = _("takes %(medicine)s") % {"medicine": order.because} if order.because else _("asked for")
    return MedicineLine(
        drug=_("glucagon"), dose=glucagon_words(order), reason=because, source=figures_kept(_(order.source))
    )


def _view(
    rows: tuple[Premedication, ...], rescues: tuple[RescueMedicine, ...], glucagon: Glucagon | None
) -> BesideView:
    last = (glucagon_line(glucagon),) if glucagon else ()
    return BesideView(
        premedication=tuple(
            RowLine(
                drug=line.drug,
                dose=line.dose,
                route=line.route,
                when=_when(row),
                reason=figures_kept(row.reason),
                source=figures_kept(row.source),
            )
            for line, row in zip(premedication_lines(rows), map(as_row, rows), strict=True)
        ),
        ready=(*map(_rescue_line, rescues), *last),
    )


def _when(row: PremedicationRow) -> str:
    if row.minutes_before is not None:
        return _("%(time)s before") % {"time": Quantity.of(row.minutes_before, "min")}
    return figures_kept(row.moment) or _("%(time)s before") % {"time": BLANK}


def _rescue_line(rescue: RescueMedicine) -> MedicineLine:
    dose = " ".join(part for part in (figures_kept(rescue.dose) or BLANK, rescue.route) if part)
    return MedicineLine(
        drug=rescue.drug, dose=dose, reason=figures_kept(rescue.reason), source=figures_kept(rescue.source)
    )
