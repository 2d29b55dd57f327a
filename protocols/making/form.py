"""The form that records bags: when, until when, from which lots; what does not fit is told beside its field."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField
from desens.pages.times import local_text
from protocols.making.entered import NewBags, expired
from protocols.making.lots_form import LotsForm
from protocols.making.moments import MomentsForm
from protocols.making.products import AskedProduct
from protocols.papers.stability import stable_until

#: A bag that serves longer is likelier a slip of the month or the year: a choice of this program.
MOST_DAYS = 31


class BagsForm(MomentsForm, LotsForm):
    """What is typed of bags; `saved_at` is when their version was saved, `hours` the shortest stated stability."""

    entry_key = EntryKeyField()
    reason = LineField(
        label=gettext_lazy("Reason, where they are used beyond the stated stability"),
        required=False,
    )
    note = LineField(label=gettext_lazy("Note"), required=False)

    def __init__(
        self,
        *args: Any,
        products: Sequence[AskedProduct],
        saved_at: datetime,
        hours: Fraction | None,
        now: datetime,
        **options: Any,
    ) -> None:
        super().__init__(*args, products=products, **options)
        self.saved_at, self.hours, self.now = saved_at, hours, now

    def clean(self) -> dict[str, Any]:
        """Made between the version and now; used while every lot serves; a reason beyond the stated stability."""
        data = super().clean()
        if self.prepared_at:
            self._made(self.prepared_at)
        if self.moments and self.moments[0] <= self.now:
            self._used(*self.moments, reason=data.get("reason", ""))
        return data

    def _made(self, prepared: datetime) -> None:
        if prepared > self.now:
            self.add_error("prepared_time", _("This time is still to come. Type when the bags were made."))
        elif prepared < self.saved_at.replace(second=0, microsecond=0):
            saved = {"when": local_text(self.saved_at, get_current_timezone())}
            self.add_error("prepared_on", _("This version was saved at %(when)s; its bags were made later.") % saved)

    def _used(self, prepared: datetime, use_by: datetime, *, reason: str) -> None:
        if use_by > prepared + timedelta(days=MOST_DAYS):
            self.add_error("use_by_on", _("Type a time within %(days)d days.") % {"days": MOST_DAYS})
        limit = stable_until(prepared, self.hours)
        if limit and use_by > limit and not reason and "reason" not in self.errors:
            until = {"when": local_text(limit, get_current_timezone())}
            self.add_error("reason", _("The shortest stated stability ends at %(when)s. Say why it is longer.") % until)
        for field, lot in self.lots:
            if expired(lot.expires_on, use_by):
                self.add_error(field, _("This lot expires before the bags' use-by date."))

    def new_bags(self) -> NewBags:
        """What a valid form says."""
        prepared_at, use_by = self.moments or (self.now, self.now)
        said = {"reason": self.cleaned_data["reason"], "note": self.cleaned_data["note"]}
        lots = tuple(lot for _field, lot in self.lots)
        return NewBags(prepared_at=prepared_at, use_by=use_by, lots=lots, **said)

    @property
    def of_products(self) -> list[dict[str, Any]]:
        """Each product with its fields: the first lot in sight, the others folded up unless one says something."""
        return [self._of(product) for product in self.products]

    def _of(self, product: Any) -> dict[str, Any]:
        rows: list[list[forms.BoundField]] = [[self[lot], self[expires]] for lot, expires in product.rows]
        more = rows[1:]
        return {
            "asked": product.asked,
            "name": product.asked.names[0] if len(product.asked.names) == 1 else "",
            "product": self[product.product] if product.product in self.fields else None,
            "first": rows[0],
            "more": more,
            "open": any(field.errors or field.value() for row in more for field in row),
            "unrecorded": self[product.unrecorded],
        }
