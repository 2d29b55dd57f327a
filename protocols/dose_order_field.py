"""The computed dose as it travels in a prescriber's form."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from protocols.dose_order import DoseOrder, is_computed, order_from_stored

#: The unit of what the page of the target dose computes.
UNIT = "mg"


class DoseOrderField(forms.CharField):
    """What the page of the target dose handed over, if its own figures give its dose; None where it handed nothing."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 5000} | kwargs)

    def clean(self, value: object) -> DoseOrder | None:
        """ValidationError for what was not computed from its own figures, or in another unit."""
        text = super().clean(value)
        order = _handed_over(text) if text else None
        if text and order is None:
            raise ValidationError(_("The computed dose cannot be read. Compute it again, or prescribe anew."))
        return order


def _handed_over(text: str) -> DoseOrder | None:
    """The order in the text; None where it is none, is not in UNIT, or its figures do not give its dose."""
    try:
        order = order_from_stored(json.loads(text))
        return order if order.unit == UNIT and is_computed(order) else None
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None
