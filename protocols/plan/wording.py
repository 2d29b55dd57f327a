"""The words of the plan: what is wrong in a cell, and the options of its choices."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.sentences import figures_kept
from desens.pages.fields import NumberField
from drugs.kinds import DILUENTS as DILUENT_NAMES
from protocols.engine.specification import DILUENTS
from protocols.plan.cells import CellError

MESSAGES: Mapping[str, Promise | str] = {
    **NumberField.default_error_messages,
    "missing": NumberField.default_error_messages["required"],
    "zero": gettext_lazy("Type a number above 0."),
    "too_fine": gettext_lazy("Screen and paper would not show all of %(typed)s. Type fewer digits."),
    "two_of_three": gettext_lazy("Give two of rate, minutes and volume."),
    "disagree": gettext_lazy("Rate, minutes and volume do not fit together. Leave one of them empty."),
    "ends_itself": gettext_lazy("The step ends by itself: leave this empty, or let it end as typed."),
    "choose": gettext_lazy("Choose one of the list."),
    "remainder_last": gettext_lazy("Only the last bag can hold what remains to the target."),
    "remainder_meets_target": gettext_lazy("The last bag holds what remains to the target: this step needs no target."),
}
HOLDS = (
    ("amount", gettext_lazy("mg in all")),
    ("dilution", gettext_lazy("1 part in")),
    ("concentration", gettext_lazy("mg per mL")),
    ("remainder", gettext_lazy("remainder")),
    ("full", gettext_lazy("target dose")),
)
ENDS = (
    ("", gettext_lazy("as typed")),
    ("rest", gettext_lazy("with the bag")),
    ("to_target", gettext_lazy("at the target")),
)
PARTS = {
    "volume": gettext_lazy("volume"),
    "holds": gettext_lazy("contents"),
    "figure": gettext_lazy("amount"),
    "diluent": gettext_lazy("diluent"),
    "bag": gettext_lazy("bag"),
    "rate": gettext_lazy("rate"),
    "minutes": gettext_lazy("minutes"),
    "ends": gettext_lazy("end"),
}


def sentence(error: CellError) -> str:
    """What is wrong in a cell."""
    return str(MESSAGES[error.code]) % dict(error.values)


def place(error: CellError) -> str:
    """Where it is wrong: "Step 3, rate"."""
    kind, number, part = error.cell.split("-")
    words = {"number": number, "part": PARTS[part]}
    return (_("Bag %(number)s, %(part)s") if kind == "bag" else _("Step %(number)s, %(part)s")) % words


def told(errors: Iterable[CellError]) -> tuple[tuple[str, str], ...]:
    """(place, sentence) of every error."""
    return tuple((place(error), sentence(error)) for error in errors)


def diluents() -> list[tuple[str, str]]:
    """The diluents by their codes, first that none is stated."""
    return [("", "\u2014"), *((code, figures_kept(str(DILUENT_NAMES[code]))) for code in DILUENTS)]
