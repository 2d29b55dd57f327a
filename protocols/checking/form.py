"""The figures of a blind check, one field each: what was typed stays, what is missing or differs is said beside it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from desens.access.signing import SigningForm
from desens.pages.fields import EntryKeyField, NumberField
from protocols.checking.sheet import OrderedBag, Sheet
from protocols.checking.words import label_of, place_of, told
from protocols.oral.checking import Intake
from protocols.rules.blind_check import Difference


class CheckForm(forms.Form):
    """One NumberField for each figure asked for, named by its key; initial values there are none."""

    entry_key = EntryKeyField()

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        volumes = {bag.number: bag.volume for bag in sheet.order.bags}
        for asked in sheet.asked:
            label = label_of(asked, volumes.get(asked.number) if asked.part == "bag" else None)
            missing = {"required": _("%(where)s: is missing.") % {"where": place_of(asked)}}
            self.fields[asked.key] = NumberField(label=label, unit=asked.unit, error_messages=missing)

    @property
    def bags(self) -> list[tuple[OrderedBag, list[forms.BoundField]]]:
        """Each bag of the order with its fields."""
        return [(bag, self._fields("bag", bag.number)) for bag in self.sheet.order.bags]

    @property
    def intakes(self) -> list[tuple[Intake, list[forms.BoundField]]]:
        """Each phase or dose of an oral order with its fields."""
        return [(one, self._fields(one.part, one.number)) for one in self.sheet.order.intakes]

    @property
    def rates(self) -> list[forms.BoundField]:
        """The fields of the steps."""
        return [self[asked.key] for asked in self.sheet.asked if asked.part == "step"]

    def figures(self) -> Mapping[str, Decimal]:
        """What was typed, by key."""
        return {asked.key: self.cleaned_data[asked.key] for asked in self.sheet.asked}

    def tell(self, difference: Difference) -> None:
        """Mark the first figure that differs; the version's own is not told."""
        self.add_error(difference.wanted.key, told(difference.wanted))

    def _fields(self, part: str, number: int) -> list[forms.BoundField]:
        return [self[asked.key] for asked in self.sheet.asked if (asked.part, asked.number) == (part, number)]


class VerifyForm(SigningForm):
    """The password, after the figures agreed."""

    entry_key = EntryKeyField()
