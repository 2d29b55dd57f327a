"""Risk factors, as they are asked for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField
from patients.background.entered import NewRisk
from patients.background.entry_form import NO_CHOICE, EntryForm
from patients.background.selectors import standing_risks
from patients.background_choices import (
    Presence,
    RiskKind,
)


class RiskForm(EntryForm):
    """All risk factors on one form: what was asked for is recorded, what is left empty stays as it is."""

    title = gettext_lazy("Record risk factors")
    hint = gettext_lazy("“Absent” means: asked for and not found. What is left at — is not changed.")
    in_pairs = True

    noted_on = DateField(label=gettext_lazy("Asked on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("noted_on", self.today)
        standing = standing_risks(self.ids)
        for kind, label in RiskKind.choices:
            row = standing.get(kind)
            self.fields[kind] = forms.ChoiceField(
                label=label,
                choices=[NO_CHOICE, *Presence.choices],
                required=False,
                help_text=_("now: %(state)s (%(date)s)")
                % {"state": row.get_presence_display(), "date": row.noted_on.isoformat()}
                if row
                else _("now: not recorded"),
            )
            self.fields[f"{kind}_detail"] = LineField(label=_("%(risk)s: details") % {"risk": label}, required=False)

    def clean_noted_on(self) -> date | None:
        return self.past_day("noted_on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for kind in RiskKind:
            if data.get(f"{kind}_detail") and not data.get(kind) and kind not in self.errors:
                self.add_error(kind, _("Choose present or absent: details alone say neither."))
        if data.get(RiskKind.OTHER_EXCIPIENT) == Presence.PRESENT and not data.get(
            f"{RiskKind.OTHER_EXCIPIENT}_detail"
        ):
            self.add_error(f"{RiskKind.OTHER_EXCIPIENT}_detail", _("Name the excipient."))
        if not self.errors and not any(data.get(kind) for kind in RiskKind):
            self.add_error(RiskKind.ASTHMA, _("Nothing was chosen: say present or absent for at least one."))
        return data

    def new_entry(self) -> list[NewRisk]:
        return list(self._chosen())

    def _chosen(self) -> Iterator[NewRisk]:
        data = self.cleaned_data
        for kind in RiskKind:
            if data[kind]:
                yield NewRisk(
                    factor=kind, presence=data[kind], detail=data[f"{kind}_detail"], noted_on=data["noted_on"]
                )
