"""The field by which a person signs: the own password, typed for each signature (traps.md 34)."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.utils.translation import gettext_lazy

from desens.access.models import User


class SigningForm(forms.Form):
    """Base of every form that signs; built with `signer`, the person who is logged in."""

    password = forms.CharField(
        label=gettext_lazy("Your password, to sign"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, signer: User, **kwargs: Any) -> None:
        self.signer = signer
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        """The password is the signature: a wrong one counts as a failed log-in."""
        typed: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.signer, typed):
            raise get_adapter().validation_error("incorrect_password")
        return typed
