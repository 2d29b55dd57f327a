"""A signed version, and what a pharmacist works out for it on paper."""

from typing import Any
from uuid import uuid4

from django.urls import reverse

from desens.access.models import User
from protocols.models import Version
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import signed

#: Atezolizumab 1200 mg of 60 mg/mL, 16 steps, bags of 250 mL. 1200 / 250 = 4.8 mg/mL at full strength. The first three
#: bags give 0.045 + 0.45 + 9 mg, so the last holds 1190.505 mg: 4.76202 mg/mL, 19.84175 mL of stock. Bag 3 holds
#: 120 mg: 2 mL.
RIGHT = {
    "bag-1-concentration": "0.0048",
    "bag-2-concentration": "0.048",
    "bag-3-concentration": "0.48",
    "bag-3-withdrawal": "2",
    "bag-4-concentration": "4.76",
    "bag-4-withdrawal": "19.8",
    "step-1-rate": "2.5",
    "step-16-rate": "80",
}


def signed_version(allergist: User, **changes: str) -> Version:
    """Signed by the allergist; the libraries are loaded."""
    libraries()
    version = drafted(registered(allergist), allergist, **changes)
    signed(version, allergist)
    return version


def address_of(version: Version, name: str = "version_check") -> str:
    """One of the pages of the check."""
    protocol = version.protocol
    return reverse(name, args=[protocol.patient.code, protocol.code, version.number])


def sent(**changes: str) -> dict[str, Any]:
    """The right figures, or others under a field's name with _ for -, as the form sends them."""
    named = {name.replace("_", "-"): typed for name, typed in changes.items() if name != "entry_key"}
    return RIGHT | named | {"entry_key": changes.get("entry_key", str(uuid4()))}


def tried(client, version: Version, **changes: str):
    """One POST of figures."""
    return client.post(address_of(version), sent(**changes))


def password(client, version: Version, typed: str, **changes: str):
    """One POST of the password."""
    return client.post(address_of(version, "version_verify"), {"password": typed, "entry_key": str(uuid4())} | changes)
