"""The page of a version's preparation: the plan, how the bags were made, and the forms of who may record it."""

from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.unit.selectors import current
from drugs.selectors import ProductFacts
from protocols.documents.preparation_sheet import StableFor
from protocols.making.check_form import CheckForm
from protocols.making.form import BagsForm
from protocols.making.moments import moments_now
from protocols.making.products import asked_products
from protocols.making.selectors import all_made
from protocols.making.shown import ShownBags, several
from protocols.making.standing import why_not
from protocols.models import BagsMade
from protocols.papers.stability import least_hours, stability_of
from protocols.papers.subject import Subject
from protocols.preparation_presenting import chosen_product, prepared_from


@dataclass
class MakingPage:
    """One request for the page of an infused version; a form that was sent comes back with what was typed."""

    request: PersonRequest
    subject: Subject
    at: datetime
    refused: str = ""
    bags_form: BagsForm | None = None
    check_form: CheckForm | None = None
    product: ProductFacts | None = field(init=False)
    stability: tuple[StableFor, ...] = field(init=False)
    rows: list[BagsMade] = field(init=False)

    def __post_init__(self) -> None:
        shown = self.subject.shown
        self.product = chosen_product(shown.document, self.subject.protocol.drug)
        self.stability = stability_of(self.product)
        self.rows = all_made(shown.row) if shown.standing.release else []

    @property
    def hours(self) -> Fraction | None:
        """The shortest stated stability."""
        return least_hours(self.stability)

    @property
    def made(self) -> BagsMade | None:
        """The record that counts."""
        return next((row for row in self.rows if not hasattr(row, "error")), None)

    def form(self, data: Any = None, **options: Any) -> BagsForm:
        """The form that records bags."""
        shown = self.subject.shown
        return BagsForm(
            data,
            products=asked_products(shown.document, self.product),
            saved_at=shown.row.saved_at,
            hours=self.hours,
            now=self.at,
            **options,
        )

    def again(self, typed: dict[str, Any]) -> BagsForm:
        """The form with what was typed, made now."""
        return self.form(initial=typed | dict(moments_now(self.at, self.hours)))

    def answer(self, *, status: int = 200) -> HttpResponse:
        """The page."""
        return render(self.request, "protocols/preparation.html", self._context(), status=status)

    def _context(self) -> dict[str, Any]:
        subject, may = self.subject, self.request.user.has(Permission.PREPARE_BAGS)
        shown, why = subject.shown, why_not(subject)
        bags = several(self.rows, release=shown.standing.release, at=self.at)
        standing = next((each for each in bags if not each.is_error), None)
        return {
            "identity": subject.who,
            "protocol": subject.protocol,
            "shown": shown,
            "preparation": prepared_from(self.product, shown.document, current()),
            "stability": self.stability,
            "bags": standing,
            "former": [each for each in bags if each.is_error],
            "refused": self.refused,
            "why_not": why if may else "",
            "bags_form": self._bags_form() if may and not why and standing is None else None,
            "check_form": self._check_form(standing) if may and not why else None,
            "may_mark": may,
        }

    def _bags_form(self) -> BagsForm:
        return self.bags_form or self.form(initial=dict(moments_now(self.at, self.hours)))

    def _check_form(self, bags: ShownBags | None) -> CheckForm | None:
        """None where there is nothing to check, or another person has to."""
        if bags is None or bags.check or (bags.prepared and bags.prepared.person_id == self.request.user.pk):
            return None
        return self.check_form or CheckForm(initial={"made": bags.row.entry_key})
