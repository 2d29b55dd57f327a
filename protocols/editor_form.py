"""What the forms of both editors have in common: drug, product, template, ordered dose, and what is ordered beside."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import DateField, EntryKeyField, LineField
from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from drugs.selectors import ProductFacts
from protocols.dose_order_field import DoseOrderField
from protocols.models import Template
from protocols.ordering.form import OrdersForm
from protocols.orders import Orders
from protocols.rules.decided import Decision
from protocols.selectors import entry_content


class EditorForm(forms.Form):
    """The drug with its products and templates; the rows of the plan travel beside these fields."""

    entry_key = EntryKeyField()
    drug = forms.ChoiceField(label=_("Drug"))
    product = forms.ChoiceField(
        label=_("Product"), required=False, help_text=_("Its limits are checked; not chosen: the one entered last")
    )
    dose_basis = LineField(
        label=_("How the dose was computed"), required=False, help_text=_("Filled in by the page Target dose")
    )
    dose_order = DoseOrderField(label=_("Computed dose"))
    copied_from = LineField(label=_("Copied from"), required=False, widget=forms.HiddenInput)
    template = forms.ChoiceField(label=_("Template"))
    intended_on = DateField(label=_("Intended date"), required=False)
    place = LineField(label=_("Place"), required=False)
    telephone = LineField(label=_("Allergist's telephone"), required=False)

    def __init__(
        self,
        *args: Any,
        unit: UnitSettings,
        drugs: Iterable[tuple[Drug, str]],
        templates: Iterable[tuple[Template, str]],
        stored_orders: Orders | None = None,
        **kwargs: Any,
    ) -> None:
        """`drugs` and `templates` that can be chosen, each as it is shown."""
        super().__init__(*args, **kwargs)
        self.unit, self.stored_orders = unit, stored_orders
        offered, shown = [*drugs], [*templates]
        self.drug_rows = {row.name_key: row for row, _shown in offered}
        self.template_rows = {row.slug: row for row, _shown in shown}
        self.offer("drug", {row.name_key: text for row, text in offered})
        self.offer("template", {row.slug: text for row, text in shown})
        self.offer("product", {name: name for name in self.product_rows})

    def offer(self, name: str, choices: dict[str, str], *, blank: bool = True) -> None:
        """The choices of a field."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = [("", "—")] * blank + [*choices.items()]

    def products_of(self, drug: Drug) -> list[ProductFacts]:
        """The products of a drug that this form is for."""
        raise NotImplementedError

    def fitting(self, drug: Drug, decision: Decision) -> tuple[str, ...]:
        """The templates that a decision for a desensitization asks for, by slug; none where none fits."""
        raise NotImplementedError

    @property
    def drug_row(self) -> Drug | None:
        """The chosen drug, None before one is chosen."""
        return self.drug_rows.get(str(self["drug"].value() or ""))

    @property
    def template_row(self) -> Template | None:
        """The chosen template, None before one is chosen."""
        return self.template_rows.get(str(self["template"].value() or ""))

    @cached_property
    def product_rows(self) -> dict[str, ProductFacts]:
        """The products of the chosen drug by their names; none before a drug is chosen."""
        return {product.name: product for product in self.products_of(self.drug_row)} if self.drug_row else {}

    @property
    def offers_products(self) -> bool:
        """Whether there is a choice."""
        return len(self.product_rows) > 1

    @cached_property
    def orders(self) -> OrdersForm:
        """Premedication, monitoring and observation: a form of its own within this one."""
        template = entry_content(self.template_row) if self.template_row else None
        drug = self.drug_row.name if self.drug_row else ""
        return self.orders_form(template=template, drug=drug, stored=self.stored_orders)

    def orders_form(self, **given: Any) -> OrdersForm:
        """The form of the orders, of what was posted."""
        return OrdersForm(self.data, unit=self.unit, **given)

    def is_valid(self) -> bool:
        """Whether this form and the orders within it can be read."""
        return super().is_valid() and (not self.orders.is_bound or self.orders.is_valid())

    @property
    def missing(self) -> list[str]:
        """The labels of what has to be given before anything can be computed."""
        wrong = [name for name, errors in self.errors.items() if any(e.code == "required" for e in errors.as_data())]
        return [str(self.fields[name].label) for name in wrong if name in self.fields] + self.orders.missing

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """(label, message) of what was given and cannot be read."""
        return [
            (str(self.fields[name].label), str(error))
            for name, errors in self.errors.items()
            for error, data in zip(errors, errors.as_data(), strict=True)
            if data.code != "required"
        ] + self.orders.wrong
