"""The forms about people: they check, they never save."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.access.forms import line
from desens.access.models import user_name_rule
from desens.access.roles import ROLE_NAMES, Role

PLAIN = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


class OpenedForm(forms.Form):
    """A form that knows at which version of the person it was opened."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)


class RolesField(forms.MultipleChoiceField):
    """Roles by their names; several, or none."""

    def __init__(self) -> None:
        choices = [(role.value, name) for role, name in ROLE_NAMES.items()]
        super().__init__(label=_("Roles"), choices=choices, required=False, widget=forms.CheckboxSelectMultiple)

    def clean(self, value: Any) -> list[Role]:
        """The roles ticked."""
        return [Role(role) for role in super().clean(value)]


class InviteForm(forms.Form):
    """A new person."""

    username = forms.CharField(
        label=_("User name"),
        help_text=_("2 to 60 characters: small letters, digits, point, hyphen or underscore, a letter first."),
        widget=forms.TextInput(attrs=PLAIN),
    )
    full_name = forms.CharField(label=_("Full name"), widget=forms.TextInput(attrs={"autocomplete": "off"}))
    telephone = forms.CharField(
        label=_("Telephone"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"})
    )
    roles = RolesField()

    def clean_username(self) -> str:
        """In small letters, as it is stored."""
        name: str = self.cleaned_data["username"].lower()
        user_name_rule(name)
        return name

    def clean_full_name(self) -> str:
        """One line of plain text."""
        return line(self.cleaned_data["full_name"])

    def clean_telephone(self) -> str:
        """One line of plain text."""
        return line(self.cleaned_data["telephone"])


class RolesForm(OpenedForm):
    """The roles a person holds."""

    roles = RolesField()


class ResetForm(OpenedForm):
    """Why somebody's password and second factor are void."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Kept in the audit, such as: lost the telephone, asked in person."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_reason(self) -> str:
        """One line of plain text."""
        return line(self.cleaned_data["reason"])


class FirstPasswordForm(forms.Form):
    """The password of the person behind a link, twice."""

    password1 = forms.CharField(
        label=_("New password"),
        strip=False,
        help_text=_("At least 12 characters; several words are easier to remember than one."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("New password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password2(self) -> str:
        """The same as the first."""
        first, second = self.cleaned_data.get("password1"), self.cleaned_data["password2"]
        if first and first != second:
            raise ValidationError(_("Type the same password each time."))
        return str(second)
