"""What is given before an infusion and what lies ready for a reaction (clinical.md 6, 7, 12)."""

from fractions import Fraction

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.definitions.medicines import DOSE_UNITS, ROUTES, UnitObservation, UnitPremedication, UnitRescue
from desens.unit.definitions.published_sets import PUBLISHED_SETS, STANDING_LIST
from desens.unit.kinds import Choice, Column, Number, Rows, Text
from desens.unit.words import _

_ORDERS = _("orders of a protocol")
_ASPIRIN = _("whether aspirin may be premedication")
_ROUTE = Column(title=_("Route"), kind=Choice(options={route: _(route) for route in ROUTES}), optional=True)
_SOURCE = Column(title=_("Source"), kind=Text(limit=120, required=True))


def _text(title: str, *, limit: int = 60, optional: bool = False) -> Column:
    return Column(title=title, kind=Text(limit=limit, required=not optional), optional=optional)


def _number(title: str, unit: str, least: str, greatest: str, *, optional: bool = False, whole: bool = False) -> Column:
    kind = Number(unit=unit, least=Fraction(least), greatest=Fraction(greatest), whole=whole)
    return Column(title=title, kind=kind, optional=optional)


PREMEDICATION_SETS = Definition(
    key="premedication-sets",
    title=_("Sets of premedication"),
    kind=Rows(
        row=UnitPremedication,
        columns={
            "set_name": _text(_("Set")),
            "drug": _text(_("Drug")),
            "dose": _number(_("Dose"), "", "0.001", "10000", optional=True),
            "unit": Column(title=_("Unit"), kind=Choice(options={unit: unit for unit in DOSE_UNITS}), optional=True),
            "route": _ROUTE,
            "minutes_before": _number(_("Before the first step"), "min", "0", "4320", optional=True, whole=True),
            "moment": _text(_("Or when, in words"), limit=30, optional=True),
            "reason": _text(_("Reason"), optional=True),
            "source": _SOURCE,
        },
        most=60,
        told_apart_by=("set_name", "drug", "minutes_before", "moment"),
        fits=lambda row: row.agrees,
        misfit=_("Expected a dose with its unit, and a time in minutes or in words, not both."),
        told=lambda row: row.told,
    ),
    default=PUBLISHED_SETS,
    source=_(
        "Published sets as printed, of a range the lower dose; each row names its own source. Ranitidine, withdrawn, "
        "is replaced by famotidine where a set is used"
    ),
    mark=Mark.FOUND,
    used_in=_ORDERS,
)
STANDING_RESCUE = Definition(
    key="rescue-medicines",
    title=_("Rescue medicines beside epinephrine and glucagon"),
    kind=Rows(
        row=UnitRescue,
        columns={
            "drug": _text(_("Drug")),
            "dose": _text(_("Dose"), optional=True),
            "route": _ROUTE,
            "reason": _text(_("Reason"), optional=True),
            "source": _SOURCE,
        },
        told=lambda row: row.told,
    ),
    default=STANDING_LIST,
    source=_("Horizon Health and UpToDate name them; where they state no dose, none stands here"),
    mark=Mark.FOUND,
    used_in=_ORDERS,
)
MONITORING_MINUTES = Definition(
    key="monitoring-interval",
    title=_("Monitored during the infusion at least every"),
    kind=Number(unit="min", least=Fraction(1), greatest=Fraction(120), whole=True),
    default=Fraction(15),
    source=_("A choice of this program: the usual length of a step"),
    mark=Mark.OWN,
    used_in=_("orders of a protocol, nursing sheet"),
)
OBSERVATION_OF_DRUGS = Definition(
    key="observation-of-drugs",
    title=_("Observation after the last step, where it is another for a drug"),
    kind=Rows(
        row=UnitObservation,
        columns={"drug": _text(_("Drug")), "hours": _number(_("Hours"), "h", "0.5", "48")},
        most=24,
    ),
    default=(),
    source=_(
        "Published: 30 min after penicillin or ceftazidime, at least 1 h after adalimumab SC, 2 h after ferric "
        "carboxymaltose. None shortens the time for all by itself: one patient reacted 1 h after completion"
    ),
    mark=Mark.FOUND,
    used_in=_ORDERS,
)
ASPIRIN_PLATELETS = Definition(
    key="aspirin-platelets",
    title=_("No aspirin where platelets are below"),
    kind=Number(unit="\u00d710\u2079/L", least=Fraction(10), greatest=Fraction(400), whole=True),
    default=Fraction(100),
    source=_("Aspirin is blocked with low platelets; no source used here says from where on: a choice of this program"),
    mark=Mark.OWN,
    used_in=_ASPIRIN,
)
ASPIRIN_CLEARANCE = Definition(
    key="aspirin-clearance",
    title=_("No aspirin where the estimated creatinine clearance is below"),
    kind=Number(unit="mL/min", least=Fraction(10), greatest=Fraction(120), whole=True),
    default=Fraction(60),
    source=_("Aspirin is blocked at renal risk; no source used here says from where on: a choice of this program"),
    mark=Mark.OWN,
    used_in=_ASPIRIN,
)

PREMEDICATIONS = Group(
    title=_("Premedication, rescue medicines and monitoring"),
    definitions=(
        PREMEDICATION_SETS,
        STANDING_RESCUE,
        MONITORING_MINUTES,
        OBSERVATION_OF_DRUGS,
        ASPIRIN_PLATELETS,
        ASPIRIN_CLEARANCE,
    ),
)
