"""The ordered dose as it is typed beside the target dose, in both editors."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from desens.numbers.write import number_text, plain_text, shown_in_full


def check_ordered_dose(form: forms.Form, data: dict[str, Any]) -> None:
    """The errors of the field: none of a computed dose, which knows what was ordered."""
    typed = data.get("ordered_dose")
    if typed == 0:
        form.add_error("ordered_dose", _("Type a number above 0."))
    elif typed is not None and not shown_in_full(typed):
        form.add_error("ordered_dose", shown_shorter(typed))
    if typed and data.get("dose_order"):
        form.add_error("ordered_dose", _("The ordered dose was computed. Leave this empty."))


def shown_shorter(value: Decimal) -> str:
    """That screen and paper would show fewer digits than were typed."""
    typed, shown = plain_text(value, significant=15), number_text(value)
    words = _("Screen and paper show %(typed)s as %(shown)s. Type a number with fewer digits.")
    return words % {"typed": typed, "shown": shown}
