"""What the allergist chooses for a protocol: checked here, computed by the engine, saved by services."""

from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desens.numbers.sentences import figures_kept
from desens.numbers.write import exact_text, shown_in_full
from desens.pages.fields import LineField, NumberField
from desens.unit.definitions.definition import Definition
from desens.unit.definitions.schedules import FIRST_RATE_ML_H, LAST_BAG
from desens.unit.kinds import Choice
from desens.unit.selectors import UnitSettings
from drugs.kinds import DILUENTS as DILUENT_NAMES
from drugs.models import Drug
from drugs.selectors import ProductFacts, intravenous_drugs
from patients.models import Patient
from protocols import selectors, standing
from protocols.dose_order_field import UNIT
from protocols.doubts import Doubts, Ticks, doubts_of
from protocols.editor_form import EditorForm
from protocols.engine import Choices, ContentError, Line, Pump, Specification, apply_template
from protocols.engine.specification import DILUENTS
from protocols.models import Template
from protocols.ordered_dose_field import check_ordered_dose, shown_shorter
from protocols.plan.building import known_figures
from protocols.plan.deciding import PlanState, decided, undecided
from protocols.plan.keys import choices_key
from protocols.plan.posting import Posted, posted
from protocols.plan.rows import digest
from protocols.rules.decided import Decision
from protocols.rules.proposed_template import Offer, proposed_template
from protocols.services import Prescription

FIGURES = ("target_dose", "final_rate_ml_h", "bag_volume_ml", "dead_volume_ml")
RATES = [
    ("all", _("Scale every rate with the final rate")),
    ("last", _("Keep the low rates, change only the last")),
]
PRIMED = [
    ("", "—"),
    ("solution", _("Drug solution, up to the hub")),
    ("diluent", _("Diluent (the first dead volume delivers no drug)")),
]
LINES = [("new", _("A new line with each bag")), ("one", _("One line for all bags"))]
#: What is missing or wrong is told in this order.
FIRST = (
    *("entry_key", "drug", "product", "target_dose", "ordered_dose", "dose_reason", "dose_basis", "dose_order"),
    *("confirmed", "copied_from", "template", "pump", "final_rate_ml_h", "rates", "first_rate", "last_bag"),
    *("bag_volume_ml", "diluent", "primed_with", "dead_volume_ml", "lines", "end_flush"),
)
GENERIC_ONLY = _("In generic protocols alone; not chosen: as the unit's settings say")


class ProtocolForm(EditorForm):
    """Drug, dose, template, rate, bags and line, and what the sheet's head says."""

    field_order = FIRST

    target_dose = NumberField(label=_("Target dose"), unit=UNIT)
    ordered_dose = NumberField(
        label=_("Ordered dose"),
        unit=UNIT,
        required=False,
        help_text=_("As ordered, where the target dose is banded or rounded; not where it was computed"),
    )
    dose_reason = LineField(
        label=_("Why the dose is not the ordered one"),
        required=False,
        help_text=_("Such as the dose band, or the vial it is rounded to"),
    )
    confirmed = forms.CharField(label=_("Confirmed"), required=False, max_length=200, widget=Ticks)
    pump = forms.ChoiceField(label=_("Pump"))
    final_rate_ml_h = NumberField(label=_("Final rate"), unit="mL/h")
    rates = forms.ChoiceField(label=_("Lower rates"), choices=RATES, initial="all")
    first_rate = forms.ChoiceField(label=_("A weak bag starts at"), required=False, help_text=GENERIC_ONLY)
    last_bag = forms.ChoiceField(
        label=_("In the last bag, what earlier bags gave is"), required=False, help_text=GENERIC_ONLY
    )
    bag_volume_ml = NumberField(label=_("Volume of each bag"), unit="mL", maximum=3000)
    diluent = forms.ChoiceField(
        label=_("Diluent of the bags"),
        choices=[("", "—"), *((code, DILUENT_NAMES[code]) for code in DILUENTS)],
        required=False,
        help_text=_("Not stated: what the product allows cannot be checked"),
    )
    primed_with = forms.ChoiceField(label=_("Line primed with"), choices=PRIMED)
    dead_volume_ml = NumberField(label=_("Dead volume of the line"), unit="mL", maximum=100)
    lines = forms.ChoiceField(label=_("Lines"), choices=LINES, initial="new")
    end_flush = forms.BooleanField(label=_("Flush the line after the last step, at its rate"), required=False)
    filter_text = LineField(label=_("Filter"), required=False, help_text=_("Empty: as the product says"))
    fluids = LineField(label=_("Fluids"), required=False, help_text=_("Empty: as in the template"))

    def __init__(
        self,
        *args: Any,
        unit: UnitSettings,
        stored: Specification | None = None,
        patient: Patient | None = None,
        **kwargs: Any,
    ) -> None:
        drugs = intravenous_drugs()
        templates = [(row, _steps_first(row)) for row, _entry in selectors.infused_templates()]
        super().__init__(*args, unit=unit, drugs=drugs, templates=templates, **kwargs)
        self.pump_rows, self.stored = standing.pumps(unit), stored
        self.patient, self.doubts = patient, Doubts()
        self.offer("pump", {name: name for name in self.pump_rows}, blank=len(self.pump_rows) > 1)
        self._bound_by_the_unit()
        self.offer("first_rate", options_of(FIRST_RATE_ML_H))
        self.offer("last_bag", options_of(LAST_BAG))

    def products_of(self, drug: Drug) -> list[ProductFacts]:
        return selectors.intravenous_products(drug)

    def fitting(self, drug: Drug, decision: Decision) -> tuple[str, ...]:
        """The one of the decided number of steps."""
        offers = [Offer(slug=slug, entry=selectors.template_content(row)) for slug, row in self.template_rows.items()]
        slug = proposed_template(offers, drug=drug.name, steps=decision.steps) if decision.steps else None
        return (slug,) if slug else ()

    def _bound_by_the_unit(self) -> None:
        rate = self.fields["final_rate_ml_h"]
        assert isinstance(rate, NumberField)  # noqa: S101 - narrows the type
        rate.maximum = max(pump.max_rate_ml_h for pump in self.pump_rows.values())
        for name, text in standing.stock_texts(self.unit).items():
            self.fields[name].help_text = text

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in ("target_dose", "final_rate_ml_h", "bag_volume_ml"):
            if data.get(name) == 0:
                self.add_error(name, _("Type a number above 0."))
        for name in ("target_dose", "bag_volume_ml", "dead_volume_ml"):
            if data.get(name) is not None and not shown_in_full(data[name]):
                self.add_error(name, shown_shorter(data[name]))
        check_ordered_dose(self, data)
        return data | {"confirmed": self._confirmed(data)}

    def _confirmed(self, data: dict[str, Any]) -> str:
        """What was asked and confirmed; what is not yet is an error beside its field."""
        entries = {slug: selectors.template_content(row) for slug, row in self.template_rows.items()}
        drug, products = self.drug_rows.get(data.get("drug", "")), [*self.product_rows.values()]
        self.doubts = doubts_of(data, drug=drug, products=products, entries=entries, patient=self.patient)
        for question in self.doubts.open:
            self.add_error(question.name, forms.ValidationError(question.text, code="confirm"))
        return self.doubts.confirmed

    @property
    def doubts_change(self) -> bool:
        """Whether the page must begin or stop to ask for a confirmation, or ask for another."""
        return self.doubts.asked != self.data.get("doubted", "")

    @cached_property
    def given_plan(self) -> Posted:
        """The rows of bags and steps that came with the form, and which button was pressed."""
        return posted(self.data)

    @cached_property
    def plan(self) -> PlanState | None:
        """The plan that holds; None where there are no rows and nothing to build them from."""
        if not self.is_valid():
            return undecided(self.given_plan)
        row = self._chosen()[1]
        try:
            fresh = apply_template(selectors.template_content(row), self.choices)
        except ContentError:
            return undecided(self.given_plan)
        key = choices_key(self.choices, template=f"{row.slug} {row.revision}")
        extra = known_figures(self.stored) if self.stored else {}
        return decided(self.given_plan, fresh=fresh, choices_key=key, extra=extra)

    def prescription(self) -> Prescription:
        """What a valid form asks for; with the edited plan where it was edited."""
        data, plan = self.cleaned_data, self.plan
        drug, template = self._chosen()
        edited = plan is not None and plan.edited
        shown = {name: _text(value) for name, value in data.items() if name not in ("entry_key", "dose_order")}
        return Prescription(
            drug=drug,
            product=self.product_rows.get(data["product"]) or next(reversed(self.product_rows.values()), None),
            template=template,
            unit=self.unit,
            pump=self.pump_rows[data["pump"]],
            choices=self.choices,
            shown_choices=shown | ({"plan": digest(plan.plan)} if plan and edited else {}),
            specification=plan.specification if plan and edited else None,
            dose_order=data["dose_order"],
            copied_from=data["copied_from"],
            orders=self.orders.choice(),
            **{name: data[name] for name in ("intended_on", "place", "telephone", "filter_text", "fluids")},
        )

    @cached_property
    def choices(self) -> Choices:
        """What the engine takes of a valid form."""
        data = self.cleaned_data
        pump = standing.engine_pump(self.pump_rows[data["pump"]])
        return replace(_choices(data, self._chosen()[0].name, pump), **self._generic())

    def _generic(self) -> dict[str, Any]:
        data = self.cleaned_data
        return standing.generic_choices(self.unit, first_rate=data["first_rate"], last_bag=data["last_bag"])

    def _chosen(self) -> tuple[Drug, Template]:
        return self.drug_rows[self.cleaned_data["drug"]], self.template_rows[self.cleaned_data["template"]]


def options_of(definition: Definition[str]) -> dict[str, str]:
    """The options of a setting of the unit in words."""
    assert isinstance(definition.kind, Choice)  # noqa: S101 - narrows the type
    return {option: figures_kept(str(text)) for option, text in definition.kind.options.items()}


def _steps_first(row: Template) -> str:
    """A narrow screen cuts the end of an option: the number of steps stands first."""
    steps = len(selectors.template_content(row).steps)
    return gettext("%(steps)s steps · %(title)s") % {"steps": steps, "title": row.title}


def _choices(data: dict[str, Any], drug: str, pump: Pump) -> Choices:
    return Choices(
        drug=drug,
        target_dose=Fraction(data["target_dose"]),
        unit=UNIT,
        final_rate_ml_h=Fraction(data["final_rate_ml_h"]),
        bag_volume_ml=Fraction(data["bag_volume_ml"]),
        rates=data["rates"],
        line=Line(
            dead_volume_ml=Fraction(data["dead_volume_ml"]),
            primed_with=data["primed_with"],
            per_solution=data["lines"] == "new",
            end_flush=data["end_flush"],
        ),
        pump=pump,
        diluent=data["diluent"] or None,
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return exact_text(value) if hasattr(value, "as_tuple") else str(value)
