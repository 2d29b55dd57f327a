"""The units and names of what can differ between two revisions."""

from django.utils.translation import gettext_lazy

UNITS = {
    "rate_ml_h": "mL/h",
    "final_rate_ml_h": "mL/h",
    "minutes": "min",
    "interval_minutes": "min",
    "minutes_after_previous": "min",
    "minutes_before": "min",
    "volume_ml": "mL",
    "bag_volume_ml": "mL",
}
AMOUNTS = ("target_dose", "dose")
NAMES = {
    "title": gettext_lazy("title"),
    "citation": gettext_lazy("citation"),
    "mark": gettext_lazy("mark"),
    "checked_by": gettext_lazy("checked by"),
    "review_date": gettext_lazy("reviewed"),
    "review_due": gettext_lazy("review due"),
    "drugs": gettext_lazy("drug"),
    "drug": gettext_lazy("drug"),
    "name": gettext_lazy("name"),
    "target_dose": gettext_lazy("target dose"),
    "final_rate_ml_h": gettext_lazy("final rate"),
    "bag_volume_ml": gettext_lazy("volume of each bag"),
    "solutions": gettext_lazy("bag"),
    "steps": gettext_lazy("step"),
    "doses": gettext_lazy("dose"),
    "phases": gettext_lazy("phase"),
    "rate_ml_h": gettext_lazy("rate"),
    "minutes": gettext_lazy("time"),
    "volume_ml": gettext_lazy("volume"),
    "solution": gettext_lazy("bag"),
    "number": gettext_lazy("number"),
    "dilution": gettext_lazy("dilution 1 to"),
    "concentration": gettext_lazy("concentration"),
    "amount": gettext_lazy("amount"),
    "notes": gettext_lazy("notes"),
}
