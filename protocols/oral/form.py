"""What the allergist chooses for an oral protocol, with the plan in rows beside it."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import DateField, EntryKeyField, LineField
from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from protocols.models import Template
from protocols.oral.building import OralSpecification, known_figures
from protocols.oral.components import Share, shares_of
from protocols.oral.deciding import OralState, decided, key_of, undecided
from protocols.oral.offered import offered_drugs, oral_templates
from protocols.oral.posting import Posted, posted
from protocols.oral.prescription import OralPrescription
from protocols.oral.rows import digest
from protocols.selectors import entry_content


class OralForm(forms.Form):
    """Drug, template, day 1 and whom to call; the rows of the plan travel beside these fields."""

    entry_key = EntryKeyField()
    copied_from = LineField(label=_("Copied from"), required=False, widget=forms.HiddenInput)
    drug = forms.ChoiceField(label=_("Drug"))
    template = forms.ChoiceField(
        label=_("Template"), help_text=_("Published oral protocols; every phase and dose can be edited below")
    )
    intended_on = DateField(label=_("Date of the first dose"), required=False)
    place = LineField(label=_("Place"), required=False)
    telephone = LineField(label=_("Allergist's telephone"), required=False)

    def __init__(self, *args: Any, unit: UnitSettings, stored: OralSpecification | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit, self.stored = unit, stored
        self.drug_rows, self.template_rows = offered_drugs(), oral_templates()
        self._offer("drug", {key: shown for key, (_row, shown) in self.drug_rows.items()})
        self._offer("template", {slug: row.title for slug, (row, _content) in self.template_rows.items()})

    def _offer(self, name: str, choices: dict[str, str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = [("", "—"), *choices.items()]

    @cached_property
    def given_plan(self) -> Posted:
        """The rows that came with the form, and which button was pressed."""
        return posted(self.data)

    @cached_property
    def plan(self) -> OralState | None:
        """The plan that holds; None where there are no rows and no template to build them from."""
        chosen = self.template_rows.get(str(self["template"].value() or ""))
        if chosen is None:
            return undecided(self.given_plan)
        row, published = chosen
        drug = self._drug()
        fresh = replace(published, drug=drug.name) if drug and not self.shares else published
        extra = known_figures(self.stored) if self.stored else {}
        return decided(self.given_plan, fresh=fresh, key=key_of(row.slug, row.revision, published.unit), extra=extra)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """The components after the first of the chosen template; empty for one drug."""
        chosen = self.template_rows.get(str(self["template"].value() or ""))
        return shares_of(entry_content(chosen[0])) if chosen else ()

    @property
    def first(self) -> str:
        """The drug whose doses stand in the rows: of several components the first."""
        chosen = self.template_rows.get(str(self["template"].value() or ""))
        return chosen[1].drug if chosen else ""

    @property
    def missing(self) -> list[str]:
        """The labels of what has to be given before anything can be computed."""
        wrong = [name for name, errors in self.errors.items() if any(e.code == "required" for e in errors.as_data())]
        return [str(self.fields[name].label) for name in wrong]

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """(label, message) of what was given and cannot be read."""
        return [
            (str(self.fields[name].label), str(error))
            for name, errors in self.errors.items()
            for error, data in zip(errors, errors.as_data(), strict=True)
            if data.code != "required"
        ]

    def prescription(self) -> OralPrescription | None:
        """What a valid form asks for; None where a cell of its plan cannot be read."""
        data, plan = self.cleaned_data, self.plan
        if plan is None or plan.specification is None:
            return None
        template: Template = self.template_rows[data["template"]][0]
        shown = {name: "" if value is None else str(value) for name, value in data.items() if name != "entry_key"}
        return OralPrescription(
            drug=self.drug_rows[data["drug"]][0],
            template=template,
            unit=self.unit,
            specification=plan.specification,
            edited=plan.edited,
            shown_choices=shown | {"plan": digest(plan.plan)},
            **{name: data[name] for name in ("intended_on", "place", "telephone", "copied_from")},
        )

    def _drug(self) -> Drug | None:
        chosen = self.drug_rows.get(str(self["drug"].value() or ""))
        return chosen[0] if chosen else None
