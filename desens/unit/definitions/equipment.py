"""Pumps, bags, lines and syringes in stock."""

from fractions import Fraction

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.definitions.stock import UnitBag, UnitLine, UnitPump, UnitSyringe
from desens.unit.kinds import Column, Number, Rows, Text
from desens.unit.words import _

_NAME = Column(title=_("Name"), kind=Text(limit=60, required=True))
_EDITOR = _("protocol editor")


def _number(title: str, unit: str, least: str, greatest: str) -> Column:
    return Column(title=title, kind=Number(unit=unit, least=Fraction(least), greatest=Fraction(greatest)))


def _syringe(volume: str, graduation: str, least: str) -> UnitSyringe:
    return UnitSyringe(volume_ml=Fraction(volume), graduation_ml=Fraction(graduation), least_ml=Fraction(least))


PUMPS = Definition(
    key="pumps",
    title=_("Infusion pumps"),
    kind=Rows(
        row=UnitPump,
        columns={
            "name": _NAME,
            "rate_resolution_ml_h": _number(_("Rate in steps of"), "mL/h", "0.01", "10"),
            "min_rate_ml_h": _number(_("Lowest rate"), "mL/h", "0.01", "100"),
            "max_rate_ml_h": _number(_("Highest rate"), "mL/h", "1", "3000"),
            "least_vtbi_ml": _number(_("Smallest volume to be infused"), "mL", "0.01", "100"),
        },
        least=1,
        fits=lambda pump: pump.rate_resolution_ml_h <= pump.min_rate_ml_h <= pump.max_rate_ml_h,
        misfit=_("Expected steps no larger than the lowest rate, and that no higher than the highest."),
    ),
    default=(
        UnitPump(
            name="Alaris GP",
            rate_resolution_ml_h=Fraction(1, 10),
            min_rate_ml_h=Fraction(1, 10),
            max_rate_ml_h=Fraction(1200),
            least_vtbi_ml=Fraction(1),
        ),
    ),
    source=_("Alaris GP: rates 0.1 to 1\u202f200 mL/h, volume to be infused from 1 mL (its manual, a copy)"),
    mark=Mark.FOUND,
    used_in=_("protocol editor; nursing sheet, which says TIME IT below the smallest volume"),
)
BAGS = Definition(
    key="bag-volumes",
    title=_("Bags in stock"),
    kind=Rows(row=UnitBag, columns={"volume_ml": _number(_("Volume"), "mL", "5", "3000")}, least=1),
    default=tuple(UnitBag(volume_ml=Fraction(ml)) for ml in (50, 100, 250, 500, 1000)),
    source=_("Usual sizes; what is in stock is stated by the pharmacy"),
    mark=Mark.OWN,
    used_in=_("protocol editor; preparation of a protocol's solutions"),
)
USUAL_BAG_ML = Definition(
    key="usual-bag-volume",
    title=_("Bag volume that a new protocol starts with"),
    kind=Number(unit="mL", least=Fraction(5), greatest=Fraction(3000)),
    default=Fraction(250),
    source=_("Brigham 12-step family: bags of 250 mL (Castells, J Allergy Clin Immunol 2008;122:574)"),
    mark=Mark.KNOWN,
    used_in=_EDITOR,
)
LINES = Definition(
    key="lines",
    title=_("Infusion lines"),
    kind=Rows(
        row=UnitLine,
        columns={"name": _NAME, "dead_volume_ml": _number(_("Dead volume"), "mL", "0.1", "100")},
    ),
    default=(),
    source=_("Each line's own data sheet. Primary sets hold 15 to 27 mL (infusionnurse.org); RCUH books 22 mL"),
    mark=Mark.FOUND,
    used_in=_EDITOR,
)
SYRINGES = Definition(
    key="syringes",
    title=_("Syringes"),
    kind=Rows(
        row=UnitSyringe,
        columns={
            "volume_ml": _number(_("Volume"), "mL", "0.1", "100"),
            "graduation_ml": _number(_("Graduation"), "mL", "0.01", "10"),
            "least_ml": _number(_("Least sensible volume"), "mL", "0.01", "100"),
        },
        fits=lambda syringe: syringe.graduation_ml <= syringe.least_ml <= syringe.volume_ml,
        misfit=_("Expected a graduation no larger than the least volume, and that no larger than the syringe."),
    ),
    default=(
        _syringe("1", "0.01", "0.1"),
        _syringe("5", "0.2", "1"),
        _syringe("10", "0.5", "2"),
        _syringe("20", "1", "4"),
        _syringe("50", "1", "10"),
    ),
    source=_("Usual graduations, and a fifth of the volume as the least; check against the syringes in stock"),
    mark=Mark.VERIFY,
    used_in=_("preparation of a protocol's solutions"),
)

EQUIPMENT = Group(title=_("Pumps, bags, lines, syringes"), definitions=(PUMPS, BAGS, USUAL_BAG_ML, LINES, SYRINGES))
