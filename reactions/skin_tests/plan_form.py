"""A session of skin tests as it is planned: when, after which reaction, with which controls and drugs."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField
from drugs.names import drug_key
from patients.forms import DatedForm
from patients.models import Patient
from reactions.models import Reaction
from reactions.skin_test_choices import NegativeControl, SkinTestKind
from reactions.skin_tests.drug_form import DrugForm
from reactions.skin_tests.entered import NewSession, NewTest
from reactions.skin_tests.library_table import DrugStrengths
from reactions.skin_tests.proposed_strengths import proposed
from reactions.skin_tests.since_reaction import lies_before

MOST_DRUGS, SHOWN_DRUGS = 4, 2
FARTHEST_DAYS = 366


class PlanForm(DatedForm):
    """The session; its drugs are forms of their own in `drugs`."""

    reaction = forms.ChoiceField(label=gettext_lazy("After the reaction"), required=False)
    tested_on = DateField(label=gettext_lazy("Day of the tests"))
    negative_control = forms.ChoiceField(label=gettext_lazy("Negative control"), choices=NegativeControl.choices)
    own_controls = forms.BooleanField(
        label=gettext_lazy("A negative control beside each test, not one for the series"), required=False
    )
    note = LineField(label=gettext_lazy("Note"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        patient: Patient,
        reactions: Sequence[Reaction],
        library: Mapping[str, DrugStrengths],
        drugs: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.patient, self.reactions = patient, {str(row.case_key): row for row in reactions}
        choices = [(key, row.told) for key, row in self.reactions.items()]
        self.fields["reaction"].choices = [("", _("no reaction recorded")), *choices]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["reaction"].widget.attrs["autofocus"] = True
        self.initial.setdefault("tested_on", self.today)
        self.drugs = [drug_form(place, name, library, data=data) for place, name in enumerate(places(data, drugs))]

    @property
    def uses_more(self) -> bool:
        """Whether something stands in the places that are folded away."""
        return any(form["drug"].value() or (form.is_bound and form.errors) for form in self.drugs[SHOWN_DRUGS:])

    def clean_tested_on(self) -> date:
        day: date = self.cleaned_data["tested_on"]
        if day < self.patient.birth_date:
            raise forms.ValidationError(_("This date lies before the birth date."))
        if day > self.today + timedelta(days=FARTHEST_DAYS):
            raise forms.ValidationError(_("This date lies more than a year ahead. Check the year."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        reaction, day = self.reactions.get(data.get("reaction", "")), data.get("tested_on")
        if reaction is not None and day is not None and lies_before(reaction, day):
            words = {"reaction": reaction.started_text}
            self.add_error("tested_on", _("The tests lie before the reaction of %(reaction)s.") % words)
        valid = [form.is_valid() for form in self.drugs]
        if not all(valid):
            raise forms.ValidationError(_("Something is not right with a drug below."))
        filled = [form for form in self.drugs if not form.is_empty]
        if not filled:
            self.drugs[0].add_error("drug", _("Type at least one drug with a strength."))
            raise forms.ValidationError(_("Nothing would be tested."))
        self._refuse_twice(filled)
        return data

    def new_session(self) -> NewSession:
        """The session with its tests in the order of the sheet: all pricks, then intradermals, from weak to strong."""
        data = self.cleaned_data
        tests = [test for form in self.drugs if not form.is_empty for test in form.tests()]
        return NewSession(
            reaction=self.reactions.get(data["reaction"]),
            tested_on=data["tested_on"],
            negative_control=data["negative_control"],
            own_controls=data["own_controls"],
            note=data["note"],
            tests=tuple(sorted(tests, key=_place)),
        )

    def _refuse_twice(self, filled: list[DrugForm]) -> None:
        seen: set[str] = set()
        for form in filled:
            key = drug_key(form.known.name if form.known else form.cleaned_data["drug"])
            if key in seen:
                form.add_error("drug", _("This drug stands above already."))
                raise forms.ValidationError(_("A drug is named twice."))
            seen.add(key)


def places(data: Mapping[str, Any] | None, drugs: Sequence[str]) -> list[str]:
    """The drug that stands in each place: what was typed, else those to begin with; "" in an empty one."""
    if data is not None:
        return [str(data.get(f"d{place}-drug", "")) for place in range(MOST_DRUGS)]
    return [*drugs, *[""] * MOST_DRUGS][:MOST_DRUGS]


def drug_form(
    place: int, name: str, library: Mapping[str, DrugStrengths], *, data: Mapping[str, Any] | None = None
) -> DrugForm:
    """The form of one place, begun with what the library proposes for the drug."""
    known = library.get(drug_key(name))
    return DrugForm(data, prefix=f"d{place}", initial=proposed(known) | {"drug": name}, known=known)


def _place(test: NewTest) -> bool:
    """Pricks before intradermals; sorting keeps the order of drugs and strengths within each."""
    return test.kind == SkinTestKind.INTRADERMAL
