"""The forms of the door and of one's own account: they check, they never save."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.records.text import FIELD_LIMIT, TextError, clean_text


class LogInForm(LoginForm):
    """User name and password; the typed user name stays when the password is wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name")
        self.fields["login"].widget.attrs = {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        self.fields["password"].widget.attrs.pop("placeholder")


class NewPasswordForm(ChangePasswordForm):
    """The present password once, the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Present password")
        self.fields["password1"].label = _("New password")
        self.fields["password2"].label = _("New password again")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


def line(value: str) -> str:
    """One line of plain text, or ValidationError."""
    try:
        return clean_text(value, limit=FIELD_LIMIT)
    except TextError as error:
        message = _("Type one line of plain text, %(limit)s characters at most.")
        raise ValidationError(message, code=error.code, params={"limit": FIELD_LIMIT}) from None


class ProfileForm(forms.Form):
    """What a person may change of themselves, and the version the form was opened at."""

    full_name = forms.CharField(label=_("Full name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    telephone = forms.CharField(
        label=_("Telephone"),
        required=False,
        help_text=_("Printed on the nursing sheets you prescribe, so that the nurse can reach you."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def clean_full_name(self) -> str:
        """One line of plain text."""
        return line(self.cleaned_data["full_name"])

    def clean_telephone(self) -> str:
        """One line of plain text; how numbers are written is the hospital's custom."""
        return line(self.cleaned_data["telephone"])

    def opened_at(self, version: int) -> "ProfileForm":
        """The same typed values, as if the form had been opened at that version."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        return ProfileForm(typed | {"version": version})
