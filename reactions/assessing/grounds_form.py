"""Whether at all: the alternative, the oncologist's statement, the patient's consent."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField, NoteField
from patients.background.entry_form import NO_CHOICE, EntryForm
from reactions.assessing.entered import NewGrounds
from reactions.assessment_choices import Alternative, Consent

STATEMENT = ("oncologist", "stated_on", "statement")


class GroundsForm(EntryForm):
    """What is left at — is not recorded; the statement is whole or absent."""

    title = gettext_lazy("Alternative, statement, consent")
    hint = gettext_lazy("Desensitization is only for a drug without an equally good alternative.")

    alternative = forms.ChoiceField(
        label=gettext_lazy("Equally good alternative"), choices=[NO_CHOICE, *Alternative.choices], required=False
    )
    alternative_detail = LineField(label=gettext_lazy("Which, or why none"), required=False)
    oncologist = LineField(label=gettext_lazy("Stated by (oncologist)"), required=False)
    stated_on = DateField(label=gettext_lazy("Stated on"), required=False)
    statement = NoteField(label=gettext_lazy("The oncologist's statement"), required=False)
    consent = forms.ChoiceField(
        label=gettext_lazy("Patient's consent"), choices=[NO_CHOICE, *Consent.choices], required=False
    )
    consent_on = DateField(label=gettext_lazy("Consent asked on"), required=False)

    def clean_stated_on(self) -> date | None:
        return self.past_day("stated_on")

    def clean_consent_on(self) -> date | None:
        return self.past_day("consent_on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if any(data.get(name) for name in STATEMENT):
            for name in STATEMENT:
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("A statement is kept whole: who, when, and what."))
        self._together(data, "consent", "consent_on", _("Choose what the patient said."), _("Type on which day."))
        if data.get("alternative_detail") and not data.get("alternative") and "alternative" not in self.errors:
            self.add_error("alternative", _("Choose none or exists: details alone say neither."))
        if not self.errors and not any(data.get(name) for name in ("alternative", "oncologist", "consent")):
            self.add_error("alternative", _("Nothing was chosen or typed."))
        return data

    def new_entry(self) -> NewGrounds:
        return self.entered(NewGrounds)

    def _together(self, data: dict[str, Any], choice: str, day: str, no_choice: str, no_day: str) -> None:
        if data.get(choice) and not data.get(day) and day not in self.errors:
            self.add_error(day, no_day)
        if data.get(day) and not data.get(choice) and choice not in self.errors:
            self.add_error(choice, no_choice)
