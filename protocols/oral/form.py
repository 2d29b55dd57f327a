"""What the allergist chooses for an oral protocol, with the plan in rows beside it."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import DateField, LineField, NumberField
from desens.unit.selectors import UnitSettings
from drugs.models import Drug, Route
from drugs.selectors import ProductFacts
from protocols.dose_order import DoseOrder
from protocols.editor_form import EditorForm
from protocols.engine import FixedProtocol, IntervalSpecification
from protocols.engine.products.units import converted
from protocols.oral.building import OralSpecification, known_figures
from protocols.oral.components import Share, shares_of
from protocols.oral.deciding import OralState, decided, key_of, undecided
from protocols.oral.offered import offered_drugs, oral_templates
from protocols.oral.posting import Posted, posted
from protocols.oral.prescription import OralPrescription
from protocols.oral.rows import digest
from protocols.ordered_dose_field import check_ordered_dose
from protocols.ordering.by_mouth import OralOrdersForm
from protocols.ordering.form import OrdersForm
from protocols.rules.decided import Decision
from protocols.rules.proposed_by_mouth import OralOffer, proposed_by_mouth
from protocols.selectors import entry_content, products_by


class OralForm(EditorForm):
    """Drug, template, day 1 and whom to call; the rows of the plan travel beside these fields."""

    product = forms.ChoiceField(
        label=_("Product"), required=False, help_text=_("Not chosen: the tablets and capsules of all of them")
    )
    template = forms.ChoiceField(
        label=_("Template"),
        help_text=_("By mouth or under the skin, as published; every dose can be edited below"),
    )
    ordered_dose = NumberField(
        label=_("Ordered dose"),
        unit="",
        required=False,
        help_text=_("In the unit of the template, where the target dose is another; not where it was computed"),
    )
    dose_reason = LineField(label=_("Why the dose is not the ordered one"), required=False)
    intended_on = DateField(label=_("Date of the first dose"), required=False)

    def __init__(self, *args: Any, unit: UnitSettings, stored: OralSpecification | None = None, **kwargs: Any) -> None:
        found = oral_templates()
        self.stored = stored
        self.published = {slug: specification for slug, (_row, specification) in found.items()}
        templates = [(row, row.title) for row, _specification in found.values()]
        super().__init__(*args, unit=unit, drugs=offered_drugs().values(), templates=templates, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        check_ordered_dose(self, data)
        return data

    def products_of(self, drug: Drug) -> list[ProductFacts]:
        """Those for the route of the chosen template; for either before one is chosen."""
        routes = (self._published.route,) if self._published else (Route.ORAL, Route.SUBCUTANEOUS)
        return products_by(drug, *routes)

    def fitting(self, drug: Drug, decision: Decision) -> tuple[str, ...]:
        """Those published for the drug at the decided pace."""
        entries = {slug: entry_content(row) for slug, row in self.template_rows.items()}
        offers = [OralOffer(slug=slug, entry=one) for slug, one in entries.items() if isinstance(one, FixedProtocol)]
        return proposed_by_mouth(offers, drug=drug.name, pace=decision.pace)

    def orders_form(self, **given: Any) -> OrdersForm:
        watched = isinstance(self._published, IntervalSpecification)
        return OralOrdersForm(self.data, unit=self.unit, watched=watched, **given)

    @property
    def _published(self) -> OralSpecification | None:
        return self.published.get(str(self["template"].value() or ""))

    @cached_property
    def given_plan(self) -> Posted:
        """The rows that came with the form, and which button was pressed."""
        return posted(self.data)

    @cached_property
    def ordered(self) -> DoseOrder | None:
        """The computed dose that came with the form; None where none came, or it cannot be read."""
        field = self.fields["dose_order"]
        try:
            order: DoseOrder | None = field.clean(self["dose_order"].value())
        except ValidationError:
            return None
        return order

    @cached_property
    def plan(self) -> OralState | None:
        """The plan that holds; None where there are no rows and no template to build them from."""
        row, published = self.template_row, self._published
        if row is None or published is None:
            return undecided(self.given_plan)
        drug = self.drug_row
        aimed = self._aimed(published)
        fresh = replace(aimed, drug=drug.name) if drug and not self.shares else aimed
        extra = known_figures(self.stored) if self.stored else {}
        return decided(self.given_plan, fresh=fresh, key=key_of(row.slug, row.revision, published.unit), extra=extra)

    def _aimed(self, published: OralSpecification) -> OralSpecification:
        """At the computed dose where one drug has one that can be told in the protocol's unit."""
        order = None if self.shares else self.ordered
        target = converted(order.dose, order.unit, published.unit) if order else None
        return published if target is None else replace(published, target_dose=target)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """The components after the first of the chosen template; empty for one drug."""
        return shares_of(entry_content(self.template_row)) if self.template_row else ()

    @property
    def typed_of(self) -> tuple[str, tuple[Share, ...]]:
        """Whose doses stand in the rows, "" for a single drug, and its shares: the former template's while it asks."""
        plan = self.plan
        slug = plan.built_from.partition(" ")[0] if plan and plan.asks else str(self["template"].value() or "")
        shares = shares_of(entry_content(self.template_rows[slug])) if slug in self.template_rows else ()
        return (self.published[slug].drug if shares else "", shares)

    def prescription(self) -> OralPrescription | None:
        """What a valid form asks for; None where a cell of its plan cannot be read."""
        data, plan = self.cleaned_data, self.plan
        if plan is None or plan.specification is None:
            return None
        carried = ("entry_key", "dose_order")
        shown = {name: "" if value is None else str(value) for name, value in data.items() if name not in carried}
        chosen = self.product_rows.get(data["product"])
        named = ("intended_on", "place", "telephone", "copied_from", "dose_order")
        return OralPrescription(
            drug=self.drug_rows[data["drug"]],
            products=(chosen,) if chosen else tuple(self.product_rows.values()),
            template=self.template_rows[data["template"]],
            unit=self.unit,
            specification=plan.specification,
            edited=plan.edited,
            shown_choices=shown | {"plan": digest(plan.plan)},
            orders=self.orders.choice(),
            **{name: data[name] for name in named},
        )
