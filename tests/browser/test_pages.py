"""Every page, walked: a silent console, WCAG 2.2 AA, nothing sideways, 44 px targets, a ring on what has the focus."""

import os

import pytest

from tests.browser import checks, pages
from tests.number_linter import lint

#: How a page looks does not depend on the database; that every route opens is asked on both by tests/security.
pytestmark = pytest.mark.only_on("sqlite")
#: A commit is walked where most can hide what has the focus, a night on both.
WALKED = ("phone", "desk") if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else ("phone",)
each_list = pytest.mark.parametrize("listed", pages.LISTS, ids=lambda listed: listed.__name__)


def walk(listed, visit):
    """Open every page of a list; gives its name once it stands."""
    for place in listed():
        response = visit(place.address, place.user)
        assert response.status == 200, place
        yield place.name


@each_list
def test_a_page_is_accessible(listed, visit, page, told):
    faults = []
    for name in walk(listed, visit):
        for size in ("phone", "desk"):
            width, height = checks.WIDTHS[size]
            page.set_viewport_size({"width": width, "height": height})
            faults += [f"{name}, {size}: {fault}" for fault in checks.axe(page)]
        faults += [f"{name}: {word}" for word in told]
        told.clear()
    assert not faults, "\n".join(faults)


@each_list
def test_a_page_fits_and_is_pressed_by_a_thumb(listed, visit, page):
    faults = []
    for name in walk(listed, visit):
        for size, (width, height) in checks.WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            found = checks.sideways(page) + checks.small_targets(page)
            faults += [f"{name}, {size}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@each_list
def test_a_page_is_walked_by_keyboard(listed, visit, page):
    faults = []
    for name in walk(listed, visit):
        for size in WALKED:
            width, height = checks.WIDTHS[size]
            page.set_viewport_size({"width": width, "height": height})
            faults += [f"{name}, {size}: {fault}" for fault in checks.lost_focus(page)]
    assert not faults, "\n".join(faults)


@each_list
def test_a_page_writes_numbers_as_it_must(listed, visit, page):
    faults = []
    for name in walk(listed, visit):
        faults += [f"{name}: {fault}" for fault in lint(page.inner_text("body"))]
    assert not faults, "\n".join(faults)
