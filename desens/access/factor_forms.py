"""The forms of the second factor: allauth's, with our words, and the seed sealed while it waits for its first code."""

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, TOTP
from allauth.mfa.utils import decrypt, encrypt
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.access.forms import line

CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


class AppForm(ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        if SECRET_SESSION_KEY in session:
            try:
                session[SECRET_SESSION_KEY] = decrypt(session[SECRET_SESSION_KEY])
            except ValidationError:
                del session[SECRET_SESSION_KEY]
        super().__init__(*args, **kwargs)
        session[SECRET_SESSION_KEY] = encrypt(self.secret)
        self.fields["code"].label = _("Code shown by the app")
        self.fields["code"].widget.attrs = dict(CODE)

    def clean_code(self) -> str:
        """A right code, used up: it does not open the log-in as well."""
        code: str = super().clean_code()
        TOTP(Authenticator(user=self.user))._mark_code_used(code)
        return code


class CodeForm(AuthenticateForm):
    """A code at log-in: of the app, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code of the app, or a recovery code")
        self.fields["code"].widget.attrs = CODE | {"autofocus": True}


class PasskeyForm(AddWebAuthnForm):
    """A passkey and the name it goes by."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey, such as: ward telephone")

    def clean_name(self) -> str:
        """One line of plain text."""
        name: str = super().clean_name()
        return line(name)


class RemoveFactorForm(forms.Form):
    """Which of one's own factors goes."""

    factor = forms.IntegerField(min_value=1, max_value=2**63 - 1)
