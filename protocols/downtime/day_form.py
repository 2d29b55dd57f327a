"""Which day the papers are for."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import DateField


class DayForm(forms.Form):
    """A date; tomorrow unless told otherwise."""

    day = DateField(label=_("Day"))


def chosen_day(form: DayForm, today: date) -> date:
    """The day of a valid form, tomorrow of any other."""
    day: date | None = form.cleaned_data.get("day") if form.is_bound and form.is_valid() else None
    return day or today + timedelta(days=1)
