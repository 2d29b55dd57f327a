"""What every form of the background has."""

from collections.abc import Collection, Iterator
from dataclasses import fields
from datetime import date
from typing import Any, ClassVar, TypeVar, cast

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from patients.forms import DatedForm, refuse_future
from patients.models import Patient

Entered = TypeVar("Entered")
NO_CHOICE = ("", "—")


class EntryForm(DatedForm):
    """One kind of entry; `ids` are the records of the person, `title` heads the page, `new_entry` is what was typed."""

    title: ClassVar[str | Promise]
    hint: ClassVar[str | Promise] = ""
    told: ClassVar[str | Promise] = gettext_lazy("Recorded.")
    in_pairs: ClassVar[bool] = False

    def __init__(self, *args: Any, patient: Patient, ids: Collection[int], **kwargs: Any) -> None:
        self.patient, self.ids = patient, ids
        super().__init__(*args, **kwargs)

    def shown(self) -> Iterator[BoundField]:
        """The fields of the page, in order."""
        return iter(self.visible_fields())

    def past_day(self, name: str) -> date | None:
        """The date of a field; ValidationError if it has not come, or lies before the birth."""
        day: date | None = self.cleaned_data[name]
        if day is not None and refuse_future(day, self.today) < self.patient.birth_date:
            raise forms.ValidationError(_("This date lies before the birth date."))
        return day

    def new_entry(self) -> Any:
        """What was typed, as the kind's service takes it."""
        raise NotImplementedError

    def entered(self, kind: type[Entered]) -> Entered:
        """The frozen value of that kind, from the fields of the same names."""
        names = [field.name for field in fields(cast(Any, kind))]
        return kind(**{name: self.cleaned_data[name] for name in names})
