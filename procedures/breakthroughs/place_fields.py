"""Where in the procedure a reaction came: the fields of every form that asks it."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from procedures.choices import DoneNext
from reactions.recording.choice_fields import WordField
from reactions.recording.fields import FigureField, WholeField
from reactions.recording.impossible import Problem

#: No unit is chosen for anybody where the planned dose does not say it.
NO_UNIT = ("", _("choose"))


class PlaceFields(forms.Form):
    """What was done next, or how late it came; step, minute and dose are fields of the form that has them."""

    bag = WholeField(label=_("Bag"), minimum=1, maximum=20)
    done_next = WordField(label=_("What was done next"), words=DoneNext.choices)
    late = forms.BooleanField(label=_("A late reaction: after the end of the infusion"), required=False)
    hours_after_end = FigureField(label=_("Hours after the end"), decimals=2, maximum=10_000)

    def refuse(self, found: Iterable[Problem], fields: dict[str, str]) -> None:
        """Say each problem beside its field; `fields` names those that bear another name here."""
        for problem in found:
            name = fields.get(problem.field, problem.field)
            self.add_error(name if name in self.fields else None, problem.text)
