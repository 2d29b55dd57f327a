"""The part of the form that asks for lots: complete for each product, or told beside the field what is missing."""

from collections.abc import Sequence
from typing import Any

from django import forms

from protocols.making.entered import NewLot
from protocols.making.lot_fields import TELL, LotFields
from protocols.making.products import AskedProduct


class LotsForm(forms.Form):
    """Fields for the lots of `products`; `lots` are what was typed, each with the field of its expiry date."""

    def __init__(self, *args: Any, products: Sequence[AskedProduct], **options: Any) -> None:
        super().__init__(*args, **options)
        self.products = tuple(LotFields(asked=asked) for asked in products)
        self.lots: list[tuple[str, NewLot]] = []
        for product in self.products:
            self.fields |= dict(product.fields())

    def clean(self) -> dict[str, Any]:
        """Each product has a lot, or says that none was recorded."""
        data: dict[str, Any] = super().clean() or {}
        for product in self.products:
            self._pairs(product, data)
            self._complete(product, data)
        return data

    def _pairs(self, product: LotFields, data: dict[str, Any]) -> None:
        """A lot stands with its expiry date, once."""
        seen: set[str] = set()
        for lot, expires in product.rows:
            typed = data.get(lot)
            if typed in seen and typed:
                self.add_error(lot, TELL["twice"])
            if typed and not data.get(expires) and expires not in self.errors:
                self.add_error(expires, TELL["no_expiry"])
            if data.get(expires) and not typed and lot not in self.errors:
                self.add_error(lot, TELL["no_lot"])
            seen.add(typed or "")

    def _complete(self, product: LotFields, data: dict[str, Any]) -> None:
        rows = [name for pair in product.rows for name in pair]
        typed = any(data.get(name) or name in self.errors for name in rows)
        unrecorded, first = data.get(product.unrecorded), product.rows[0][0]
        wanted = product.asked.required or bool(product.named(data))
        if unrecorded and typed:
            self.add_error(product.unrecorded, TELL["both"])
        elif wanted and not typed and not unrecorded:
            self.add_error(first, TELL["missing"])
        elif (typed or unrecorded) and not product.named(data) and product.product not in self.errors:
            self.add_error(product.product, TELL["nameless"])
        elif unrecorded:
            self.lots.append(("", NewLot(part=product.asked.part, product=product.named(data))))
        else:
            self.lots += product.lots(data)
