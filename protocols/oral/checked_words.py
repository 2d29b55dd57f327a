"""How the figures of an oral blind check are called."""

from django.utils.translation import gettext as _

from protocols.oral.calendar import TIMES
from protocols.rules.blind_check import Wanted


def oral_place(wanted: Wanted) -> str:
    """Where a figure belongs: `phase 4, units in the evening`."""
    values = {"number": wanted.number, "what": oral_label(wanted).lower()}
    return (_("phase %(number)s, %(what)s") if wanted.part == "phase" else _("dose %(number)s, %(what)s")) % values


def oral_label(wanted: Wanted) -> str:
    """What stands at the field; strengths are numbered from the strongest."""
    if wanted.what != "units":
        label, component = _figure_label(wanted), wanted.at.replace("_", " ")
        return _("%(label)s of %(drug)s") % {"label": label, "drug": component} if component else label
    words = dict.fromkeys(wanted.at.split("-")) if wanted.at else {}
    time = next((str(TIMES[name]).lower() for name in TIMES if name in words), "")
    rank = next((word for word in words if word.isdecimal()), "")
    label = _("Units in the %(time)s") % {"time": time} if time else _("Units each time")
    return _("%(label)s, of strength %(rank)s") % {"label": label, "rank": rank} if rank else label


def _figure_label(wanted: Wanted) -> str:
    if wanted.what == "total":
        return _("Total a day") if wanted.part == "phase" else _("Given in all")
    return _("Dose") if wanted.what == "dose" else _("Volume")
