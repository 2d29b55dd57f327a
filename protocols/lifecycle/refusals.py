"""Why an arrow is refused, in words. Nothing was written."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

SENTENCES: Mapping[str, Promise] = {
    "void": gettext_lazy("This version is void."),
    "superseded": gettext_lazy("This version is superseded: version %(number)s was signed after it."),
    "not-latest": gettext_lazy("Version %(number)s was saved since. What is signed is the latest version."),
    "blocker": gettext_lazy("A blocker stands among the findings; it cannot be signed. Save a version without it."),
    "already": gettext_lazy("%(who)s did this already, %(when)s."),
    "not-signed": gettext_lazy("This version is not signed yet."),
    "not-verified": gettext_lazy("This version is not verified yet."),
    "own-signature": gettext_lazy("You prescribed this version. Another person verifies it."),
    "no-agreement": gettext_lazy("There is no blind check of yours that agrees with this version."),
    "other-digest": gettext_lazy("The page showed another version than the one stored. Open it again."),
    "reopened": gettext_lazy("This version must be saved and signed anew: %(why)s"),
    "closed": gettext_lazy("This version must not be given. %(why)s"),
    "not-released": gettext_lazy("This version is not released. Bags are made of a released version."),
    "passed": gettext_lazy("The date of this version has passed. Bags are made of one that is still to be given."),
    "own-bags": gettext_lazy("You made these bags. Another person checks them."),
    "other-bags": gettext_lazy("The page showed other bags than those that are recorded now. Read the page again."),
    "beyond-stability": gettext_lazy("The bags are used beyond the stated stability. Say why."),
    "expired": gettext_lazy("A lot expires before the bags' use-by date."),
    "reason-missing": gettext_lazy("Each finding that asks for a signature needs its reason."),
}


class ArrowRefusedError(Exception):
    """The version may not take this step; `code` is one of SENTENCES, `values` its figures and names."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    @property
    def sentence(self) -> str:
        """What the person is told."""
        return str(SENTENCES[self.code]) % self.values
