"""The filter of the library; every field may stay empty, and the drugs and sizes offered are those in the library."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from drugs.models import Mark
from protocols.library_listing import ANY_DRUG, ROUTES, STANDING, STATES, LibraryLine
from protocols.models import TemplateOrigin

EVERYTHING = ("", _("all"))
MISPRINTED = "misprinted"


class LibraryForm(forms.Form):
    """Drug, route, number of steps, where it comes from, mark of the source, state of the entry."""

    drug = forms.ChoiceField(label=_("Drug"), required=False)
    route = forms.ChoiceField(label=_("Route"), required=False, choices=[EVERYTHING, *ROUTES.items()])
    steps = forms.ChoiceField(label=_("Steps, doses or phases"), required=False)
    origin = forms.ChoiceField(label=_("Origin"), required=False, choices=[EVERYTHING, *TemplateOrigin.choices])
    mark = forms.ChoiceField(label=_("Mark"), required=False, choices=[EVERYTHING, *Mark.choices])
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[EVERYTHING, *STATES.items(), (MISPRINTED, _("with known misprints")), *STANDING.items()],
    )

    def __init__(self, *args: Any, lines: Iterable[LibraryLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = tuple(lines)
        drugs = sorted({drug for line in self.lines for drug in line.drugs})
        sizes = sorted({line.steps for line in self.lines if line.steps})
        self._offer("drug", [EVERYTHING, (ANY_DRUG, _("no drug in particular")), *((drug, drug) for drug in drugs)])
        self._offer("steps", [EVERYTHING, *((str(size), str(size)) for size in sizes)])

    def found(self) -> tuple[LibraryLine, ...] | None:
        """The lines that meet the filter, or None where it is not understood."""
        if not self.is_valid():
            return None
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        return tuple(line for line in self.lines if all(_meets(line, *one) for one in wanted.items()))

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = choices


def _meets(line: LibraryLine, name: str, wanted: str) -> bool:
    match name:
        case "drug":
            return wanted in line.drugs or (wanted == ANY_DRUG and not line.drugs)
        case "steps":
            return str(line.steps) == wanted
        case "state" if wanted == MISPRINTED:
            return line.misprints > 0
        case "state" if wanted in STANDING:
            return wanted in line.standing
    return bool(getattr(line, name) == wanted)
