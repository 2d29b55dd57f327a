"""Who the unit is and whom to call: what heads the printed sheet."""

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.kinds import Picture, Telephone, Text
from desens.unit.words import _

_UNIT = _("Stated by the unit")
_SHEET = _("head of the nursing sheet")

HOSPITAL_NAME = Definition(
    key="hospital-name",
    title=_("Name of the hospital"),
    kind=Text(limit=80),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
    used_in=_SHEET,
)
UNIT_NAME = Definition(
    key="unit-name",
    title=_("Name of the unit"),
    kind=Text(limit=80),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
    used_in=_SHEET,
)
LOGO = Definition(
    key="logo",
    title=_("Logo for print"),
    kind=Picture(),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
    used_in=_SHEET,
)
ALLERGIST_TELEPHONE = Definition(
    key="allergist-telephone",
    title=_("Telephone of the allergist on call"),
    kind=Telephone(),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
    used_in=_("a new protocol whose prescriber has no telephone of their own"),
)
EMERGENCY_TELEPHONE = Definition(
    key="emergency-telephone",
    title=_("Telephone of the resuscitation team"),
    kind=Telephone(),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
    used_in=_("emergency box of the nursing sheet"),
)
PATIENTS_EMERGENCY_TELEPHONE = Definition(
    key="patients-emergency-telephone",
    title=_("Emergency number that a patient calls from home"),
    kind=Telephone(),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
    used_in=_("patient's calendar of doses"),
)
UNIT_TELEPHONE = Definition(
    key="unit-telephone",
    title=_("Telephone of the unit"),
    kind=Telephone(),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
    used_in=_SHEET,
)
PHARMACY_TELEPHONE = Definition(
    key="pharmacy-telephone",
    title=_("Telephone of the pharmacy"),
    kind=Telephone(),
    default="",
    source=_UNIT,
    mark=Mark.OWN,
)

HOSPITAL = Group(title=_("Hospital and unit"), definitions=(HOSPITAL_NAME, UNIT_NAME, LOGO))
TELEPHONES = Group(
    title=_("Telephone numbers"),
    definitions=(
        ALLERGIST_TELEPHONE,
        EMERGENCY_TELEPHONE,
        PATIENTS_EMERGENCY_TELEPHONE,
        UNIT_TELEPHONE,
        PHARMACY_TELEPHONE,
    ),
)
