"""How the columns of printed tables are called: the engine's names, and what papers write over them."""

from django.utils.translation import gettext_lazy as _

#: How amounts stand in heads; the unit itself is chosen beside the table.
AMOUNTS = ("ng", "mcg", "mg", "g", "u", "iu", "mu", "units")

USUAL_COLUMNS = ("step", "solution", "rate", "minutes", "volume_ml", "dose", "cumulative_dose")
BAG_COLUMNS = ("number", "volume_ml", "concentration", "amount", "source")

#: By column, other heads in lower case without brackets and digits.
COLUMN_HEADS: dict[str, tuple[str, ...]] = {
    "step": ("no", "#", "step no", "step number"),
    "solution": ("bag", "syringe", "solution no", "solution number", "bag no", "bag number", "dilution"),
    "rate": ("infusion rate", "ml/h", "ml/hr", "ml/min", "rate ml/h", "rate ml/min", "rate ml/hr", "flow rate"),
    "minutes": ("time", "min", "time min", "duration", "duration min", "time per step"),
    "volume_ml": ("volume", "ml", "volume infused", "volume per step", "infused volume", "volume infused per step"),
    "dose": ("dose administered", "administered dose", "dose per step", "dose administered with this step", *AMOUNTS),
    "cumulative_dose": (
        "cumulative", "total dose", "cumulated dose", "cumulative dose infused", "accumulated dose",
        "cumulative dose administered",
    ),
    "dose_per_min": ("dose/min", "dose per minute", "dose rate", *(f"{amount}/min" for amount in AMOUNTS)),
    "fold_increase": ("fold", "increase", "fold increase per step"),
}  # fmt: skip
BAG_HEADS: dict[str, tuple[str, ...]] = {
    "number": ("solution", "bag", "no", "#"),
    "volume_ml": ("volume", "ml"),
    "concentration": ("strength", *(f"{amount}/ml" for amount in AMOUNTS)),
    "amount": ("dose", "content", *AMOUNTS),
    "source": ("from", "made from"),
}

#: What the page calls them; heads of the checked table.
SHOWN = {
    "step": _("Step"),
    "solution": _("Bag"),
    "rate": _("Rate"),
    "minutes": _("Minutes"),
    "volume_ml": _("Volume, mL"),
    "dose": _("Dose"),
    "cumulative_dose": _("Cumulative dose"),
    "dose_per_min": _("Dose per minute"),
    "fold_increase": _("Fold increase"),
    "concentration": _("Concentration"),
    "amount": _("Amount"),
}

#: The rules as the page calls them.
RULES = {
    "rate-unit": _("unit of the rates"),
    "rate-time-volume": _("rate x time = volume"),
    "concentration-volume-dose": _("concentration x volume = dose"),
    "cumulative": _("running sums of the doses"),
    "cumulative-restarts": _("running sums over a change of bag"),
    "bag-amount": _("amounts of the bags"),
    "bag-exhausted": _("bags hold what is drawn"),
    "total-dose": _("doses add up to the target"),
    "total-time": _("minutes add up to the total"),
    "dilution-source": _("dilutions can be made from their source"),
    "escalation": _("rises of the dose per minute"),
}
