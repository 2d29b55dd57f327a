"""What the unit types about drugs: checked here, saved by services. Every value asks for its source."""

from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.pages.fields import DateField, EntryKeyField, LineField
from drugs.fields import FiguresField, NamedField
from drugs.kinds import DILUENTS, KINDS, Statement, figures_of, words_of, write_stated
from drugs.models import Mark, Route, Value
from drugs.names import drug_key
from drugs.unit_services import NewName, NewValue

PARTED = gettext_lazy("Several are parted by semicolons, the weakest first.")


def name_taken(form: forms.Form, address: str) -> None:
    """Refuse a form's name: it belongs to the drug at this address."""
    message = format_html('{} <a href="{}">{}</a>', _("This name is taken:"), address, _("open that drug"))
    form.add_error("name", message)


class DrugForm(forms.Form):
    """A new drug. A name near that of another asks for confirmation."""

    name = NamedField(label=gettext_lazy("Name"))
    confirmed = forms.BooleanField(label=gettext_lazy("This is another drug"), required=False)


class SourcedForm(forms.Form):
    """From where something is, how far it was checked, and when."""

    source = LineField(label=gettext_lazy("Source"), help_text=gettext_lazy("Label, guideline or paper, with its date"))
    mark = forms.ChoiceField(label=gettext_lazy("How far checked"), choices=[("", "—"), *Mark.choices])
    reviewed_on = DateField(label=gettext_lazy("Reviewed on"))
    entry_key = EntryKeyField()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        kwargs["initial"] = {"reviewed_on": today} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)

    def clean_reviewed_on(self) -> date:
        day: date = self.cleaned_data["reviewed_on"]
        if day > self.today:
            raise forms.ValidationError(_("This date lies in the future. Expected a day up to today."))
        return day


class NameForm(SourcedForm):
    """Another name of a drug."""

    name = NamedField(label=gettext_lazy("Synonym or brand"))
    field_order = ("name",)

    def new_name(self) -> NewName:
        data = self.cleaned_data
        return NewName(**{name: data[name] for name in NewName.__dataclass_fields__})


class ProductForm(forms.Form):
    """A new product."""

    name = NamedField(label=gettext_lazy("Name with its strength"))
    route = forms.ChoiceField(label=gettext_lazy("How it is given"), choices=[("", "—"), *Route.choices])


class ChooserForm(forms.Form):
    """Which value is to be stated, of the drug or of one of its products."""

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"] = forms.ChoiceField(label=_("What is to be stated"), choices=[("", "—"), *kinds])


class ValueForm(SourcedForm):
    """One value of the kind `what`: figures with their unit, words, or that nothing is established."""

    condition = LineField(
        label=gettext_lazy("Under which condition, or from which table"),
        required=False,
        help_text=gettext_lazy("For example 25\u00a0°C, first infusion, or the name of the guideline; empty: always"),
    )
    not_established = forms.BooleanField(label=gettext_lazy("Not established"), required=False)
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, what: str, **kwargs: Any) -> None:
        self.what, self.kind = what, KINDS[what]
        super().__init__(*args, **kwargs)
        if self.kind.units:
            several = self.kind.shape != "figure"
            self.fields["figures"] = FiguresField(
                label=str(self.kind.label), one_only=not several, required=False, help_text=PARTED if several else ""
            )
            units = [(unit, Quantity.of(0, unit).unit_text) for unit in self.kind.units]
            self.fields["unit"] = forms.ChoiceField(label=_("Unit"), choices=units, required=False)
        if self.kind.shape == "codes":
            self.fields["codes"] = forms.MultipleChoiceField(
                label=str(self.kind.label),
                choices=list(DILUENTS.items()),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        if self.kind.shape in ("words", "names", "figures or words"):
            label = _("In words instead") if self.kind.units else str(self.kind.label)
            self.fields["words"] = LineField(label=label, required=False)
        self.order_fields(("condition", "figures", "unit", "codes", "words", "not_established"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        given = [name for name in ("figures", "codes", "words", "not_established") if data.get(name)]
        if len(given) != 1 and not {"figures", "codes", "words"} & set(self.errors):
            self.add_error("not_established", _("Give one value, or say that none is established."))
        if self.what == "tall_man" and data.get("words") and "not_established" not in self.errors:
            self._check_tall_man(data["words"])
        return data

    def _check_tall_man(self, words: str) -> None:
        if drug_key(words) != self.initial.get("drug_key"):
            self.add_error("words", _("Type the drug's own name with some of its letters in capitals."))

    def new_value(self) -> NewValue:
        data = self.cleaned_data
        statement: Statement = data.get("figures") or data.get("codes") or data.get("words", "")
        if self.kind.shape == "names":
            statement = [name.strip() for name in str(statement).split(";") if name.strip()]
        unit = data["unit"] if data.get("figures") else ""
        established = not data["not_established"]
        stated = write_stated(self.what, statement, unit) if established else ""
        kept = {name: data[name] for name in ("condition", "source", "mark", "reviewed_on")}
        return NewValue(what=self.what, established=established, stated=stated, unit=unit, **kept)


class RetireForm(forms.Form):
    """Why something is taken out of use, or used again."""

    reason = LineField(label=gettext_lazy("Reason"))
    entry_key = EntryKeyField()


def value_initial(value: Value) -> dict[str, Any]:
    """A stored value as the start of its next revision's form; the source is asked for again."""
    words = words_of(value.what, value.stated) if value.established and not value.unit else ()
    shape = KINDS[value.what].shape
    return {
        "condition": value.condition,
        "figures": [figure.value for figure in figures_of(value.stated, value.unit)],
        "unit": value.unit,
        "codes": list(words) if shape == "codes" else [],
        "words": "; ".join(words) if shape != "codes" else "",
        "not_established": not value.established,
    }


def kinds_of(subject: str) -> list[tuple[str, str]]:
    """What may be stated of a drug, or of a product, for the chooser."""
    return [(what, str(kind.label)) for what, kind in KINDS.items() if kind.of == subject]
