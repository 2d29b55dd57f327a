"""How the allergist reads a test, beside what the rules say."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from patients.forms import DatedForm
from reactions.skin_test_choices import SkinTestResult
from reactions.skin_tests.entered import NewOpinion
from reactions.skin_tests.shown import ShownTest


class OpinionForm(DatedForm):
    """One reading, its result and why."""

    test = forms.ChoiceField(label=gettext_lazy("Test"))
    result = forms.ChoiceField(label=gettext_lazy("I read it as"), choices=[("", "—"), *SkinTestResult.choices])
    reason = LineField(label=gettext_lazy("Because"))

    def __init__(self, *args: Any, tests: Sequence[ShownTest], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.read = {str(shown.row.number): (shown, newest) for shown in tests if (newest := shown.newest)}
        choices = [(number, shown.row.told) for number, (shown, _newest) in self.read.items()]
        self.fields["test"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def new_opinion(self) -> NewOpinion:
        """The opinion, with what the rules computed of the reading."""
        shown, newest = self.read[self.cleaned_data["test"]]
        return NewOpinion(
            reading=newest,
            result=self.cleaned_data["result"],
            computed=(shown.verdict.result if shown.verdict else None) or "",
            reason=self.cleaned_data["reason"],
        )
