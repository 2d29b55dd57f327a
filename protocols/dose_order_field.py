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
        try:
            order = order_from_stored(json.loads(text)) if text else None
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
            order = None
        if text and (order is None or order.unit != UNIT or not is_computed(order)):
            raise ValidationError(_("The computed dose cannot be read. Compute it again, or prescribe anew."))
        return order
