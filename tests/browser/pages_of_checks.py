"""The pages of the blind check."""

from collections.abc import Iterable

from django.urls import reverse

from desens.access.roles import Role
from tests.browser.visit import Visit
from tests.cast import PASSWORD, client_of, person
from tests.protocols.checking.scene import address_of, password, signed_version, tried


def pages_of_blind_checks() -> Iterable[Visit]:
    """A version to be checked, figures that differed before, the password once all agree, and both side by side."""
    allergist, pharmacist = person("allergist", Role.ALLERGIST), person("pharmacist", Role.PHARMACIST)
    version, client = signed_version(allergist), client_of(pharmacist)
    for typed in ("1", "2", "3"):
        tried(client, version, bag_2_concentration=typed)
    yield Visit(name="blind check", address=address_of(version), user=pharmacist)
    tried(client, version)
    yield Visit(name="verify", address=address_of(version, "version_verify"), user=pharmacist)
    password(client, version, PASSWORD)
    yield Visit(name="bag labels", address=address_of(version, "bag_labels"), user=pharmacist)
    yield Visit(name="a bag", address=f"{address_of(version, 'version')}bags/2/", user=pharmacist)
    yield Visit(name="papers of a day", address=reverse("downtime"), user=pharmacist)
    yield Visit(name="check a sheet", address=reverse("check_a_sheet"), user=pharmacist)
    yield Visit(name="version, verified", address=address_of(version, "version"), user=pharmacist)
