"""The fields of one product's lots in a form, and what was typed in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from patients.background.entry_form import NO_CHOICE
from protocols.making.entered import NewLot
from protocols.making.expiry import ExpiryField
from protocols.making.products import AskedProduct

#: More lots of one product in one patient's bags are not foreseen: a choice of this program.
MOST_LOTS = 6
MOST_LETTERS = 60


class LotField(LineField):
    """A lot as the package bears it."""

    limit = MOST_LETTERS


@dataclass(frozen=True, kw_only=True)
class LotFields:
    """Names of the fields of one product: `product`, `unrecorded`, and a lot with its expiry date in each row."""

    asked: AskedProduct

    @property
    def product(self) -> str:
        """The field that names it; there is none where the version does."""
        return f"product-{self.asked.part}"

    @property
    def unrecorded(self) -> str:
        """The tick that says that its lots were not recorded."""
        return f"unrecorded-{self.asked.part}"

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """(lot, expiry) of each row."""
        return tuple((f"lot-{self.asked.part}-{row}", f"expires-{self.asked.part}-{row}") for row in range(MOST_LOTS))

    def fields(self) -> Iterator[tuple[str, forms.Field]]:
        """The fields by their names, in reading order."""
        if len(self.asked.names) > 1:
            choices = [NO_CHOICE, *((name, name) for name in self.asked.names)]
            yield self.product, forms.ChoiceField(label=_("Which"), choices=choices, required=self.asked.required)
        elif not self.asked.names:
            yield self.product, LineField(label=_("Name of the product"), required=self.asked.required)
        for lot, expires in self.rows:
            yield lot, LotField(label=_("Lot"), required=False, widget=_plain())
            yield expires, ExpiryField(label=_("Expiry date"))
        label = _("The lot was not recorded")
        yield self.unrecorded, forms.BooleanField(label=label, required=False)

    def named(self, data: dict[str, Any]) -> str:
        """The product's name as chosen, typed, or fixed by the version; "" where it is missing."""
        if len(self.asked.names) == 1:
            return self.asked.names[0]
        return data.get(self.product) or ""

    def lots(self, data: dict[str, Any]) -> list[tuple[str, NewLot]]:
        """Each lot that is whole, with the field of its expiry date."""
        found = []
        for lot, expires in self.rows:
            if data.get(lot) and data.get(expires):
                on, month_only = data[expires]
                values = {"lot": data[lot], "expires_on": on, "month_only": month_only}
                found.append((expires, NewLot(part=self.asked.part, product=self.named(data), **values)))
        return found


TELL = {
    "no_expiry": gettext_lazy("Type the expiry date of this lot."),
    "no_lot": gettext_lazy("Type the lot that expires then."),
    "twice": gettext_lazy("This lot stands above already."),
    "missing": gettext_lazy("Type the lot, or tick that it was not recorded."),
    "both": gettext_lazy("A lot is typed above. Take away the tick, or the lot."),
    "nameless": gettext_lazy("Name the product of this lot."),
}


def _plain() -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"})
