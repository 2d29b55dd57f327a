"""The pages of bags that are made."""

from collections.abc import Iterable

from desens.access.roles import Role
from tests.browser.visit import Visit
from tests.cast import person
from tests.protocols.making.scene import address_of, checked, in_error, made
from tests.protocols.papers.scene import released_version


def pages_of_bags() -> Iterable[Visit]:
    """The form, what was recorded for who made the bags, the second person's form, the mark, and all of it struck."""
    allergist, pharmacist = person("allergist", Role.ALLERGIST), person("pharmacist", Role.PHARMACIST)
    nurse = person("nurse", Role.NURSE)
    version = released_version(allergist, pharmacist)
    yield Visit(name="bags to be recorded", address=address_of(version), user=pharmacist)
    bags = made(version, pharmacist, note="in the isolator", reason="own study")
    yield Visit(name="bags made, by whom", address=address_of(version), user=pharmacist)
    yield Visit(name="bags to be checked", address=address_of(version), user=nurse)
    checked(bags, nurse, remark="label 3 printed anew")
    yield Visit(name="bags checked", address=address_of(version), user=allergist)
    yield Visit(name="labels of bags that are made", address=address_of(version, "bag_labels"), user=pharmacist)
    yield Visit(name="bags in error", address=address_of(version, "bags_error"), user=nurse)
    in_error(bags, nurse)
    yield Visit(name="bags to be recorded anew", address=address_of(version), user=pharmacist)
