"""The one card: the proposal beside it, decide, give reasons where they are due, sign with the password."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.access.signing import SigningForm
from desens.pages.fields import EntryKeyField, LineField, NumberField
from patients.background.entry_form import NO_CHOICE
from reactions.assessing.comparing import decided_by, missing_reasons
from reactions.assessing.entered import NewDecision
from reactions.assessing.judged import Judged
from reactions.assessing.shown_way import dilution_text
from reactions.assessment_choices import Pace, Phenotype, Place, Way

DILUTIONS = [
    NO_CHOICE,
    ("1", gettext_lazy("undiluted")),
    *((str(ratio), dilution_text(ratio)) for ratio in (10, 100, 1_000, 10_000)),
]
OF_DESENSITIZATION = ("pace", "steps", "first_bag_dilution")
WANTING = {
    "phenotype_reason": gettext_lazy("This is not the proposed phenotype: say why."),
    "reason": gettext_lazy("This is not what is proposed: say why."),
    "override_reason": gettext_lazy("A contraindication is suspected: say why the drug is given all the same."),
}


class DecisionForm(SigningForm):
    """What is decided, beginning with the proposal; `seen` is what the page showed (facts.seen_text)."""

    entry_key = EntryKeyField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20_000)
    phenotype = forms.ChoiceField(label=gettext_lazy("Phenotype"), choices=[NO_CHOICE, *Phenotype.choices])
    phenotype_reason = LineField(label=gettext_lazy("Why not the proposed phenotype"), required=False)
    way = forms.ChoiceField(label=gettext_lazy("Way"), choices=[NO_CHOICE, *Way.choices])
    pace = forms.ChoiceField(label=gettext_lazy("Pace"), choices=[NO_CHOICE, *Pace.choices], required=False)
    steps = NumberField(label=gettext_lazy("Steps"), unit="steps", minimum=1, maximum=100, required=False)
    first_bag_dilution = forms.TypedChoiceField(
        label=gettext_lazy("First bag"), choices=DILUTIONS, coerce=int, empty_value=None, required=False
    )
    place = forms.ChoiceField(label=gettext_lazy("Where"), choices=[NO_CHOICE, *Place.choices], required=False)
    reason = LineField(label=gettext_lazy("Why not as proposed"), required=False)
    override_reason = LineField(label=gettext_lazy("Why in spite of the contraindication"), required=False)

    def __init__(self, *args: Any, judged: Judged, seen: str, **kwargs: Any) -> None:
        self.judged = judged
        super().__init__(*args, **kwargs)
        self.initial.update(decided_by(judged.proposal), phenotype=judged.phenotype.proposed or "", seen=seen)
        if not judged.contraindications:
            del self.fields["override_reason"]

    def clean_steps(self) -> int | None:
        steps = self.cleaned_data["steps"]
        if steps is not None and steps != int(steps):
            raise ValidationError(_("Type a whole number of steps."))
        return None if steps is None else int(steps)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        way = data.get("way")
        if way == Way.DESENSITIZATION and not data.get("pace") and "pace" not in self.errors:
            self.add_error("pace", _("Choose how fast."))
        if way and way != Way.DESENSITIZATION:
            for name in OF_DESENSITIZATION:
                if data.get(name):
                    self.add_error(name, _("This belongs to a desensitization: leave it empty."))
        if not self.errors.keys() - {"password"}:
            self._demand_reasons()
        return data

    def new_decision(self) -> NewDecision:
        """What was decided, as the service takes it."""
        names = NewDecision.__dataclass_fields__
        return NewDecision(**{name: self.cleaned_data[name] for name in names if name in self.cleaned_data})

    def _demand_reasons(self) -> None:
        judged = self.judged
        wanting = missing_reasons(
            judged.proposal,
            judged.phenotype.proposed,
            self.new_decision(),
            contraindicated=bool(judged.contraindications),
        )
        for name in wanting:
            self.add_error(name, WANTING[name])
