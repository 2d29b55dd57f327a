"""How the allergist reads a test, beside what the rules say."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from patients.forms import DatedForm
from reactions.skin_test_choices import SkinTestResult
from reactions.skin_tests.entered import NewOpinion
from reactions.skin_tests.shown_test import ShownTest


class OpinionForm(DatedForm):
    """One test, its result and why; also one of which a letter tells no more than the result."""

    test = forms.ChoiceField(label=gettext_lazy("Test"))
    result = forms.ChoiceField(label=gettext_lazy("I read it as"), choices=[("", "—"), *SkinTestResult.choices])
    reason = LineField(label=gettext_lazy("Because"))

    def __init__(self, *args: Any, tests: Sequence[ShownTest], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tests = {str(shown.row.number): shown for shown in tests}
        choices = [(number, shown.row.told) for number, shown in self.tests.items()]
        self.fields["test"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def new_opinion(self) -> NewOpinion:
        """The opinion, with what the rules computed of the reading."""
        shown = self.tests[self.cleaned_data["test"]]
        return NewOpinion(
            test=shown.row,
            reading=shown.newest,
            result=self.cleaned_data["result"],
            computed=(shown.verdict.result if shown.verdict else None) or "",
            reason=self.cleaned_data["reason"],
        )
