"""The system checks of printing."""

from pathlib import Path

import pytest

from desens.printing import checks, fonts


def test_all_is_well_here():
    found = [check(None) for check in (checks.check_weasyprint, checks.check_subset_library, checks.check_fonts)]
    assert found == [[], [], []]


def test_a_missing_font_names_its_package(monkeypatch):
    face = fonts.Face(family="Inter", weight=400, path=Path("/nowhere/Inter.otf"), package="fonts-inter")
    monkeypatch.setattr(checks, "FACES", (face,))
    (error,) = checks.check_fonts(None)
    assert error.id == "printing.E003"
    assert error.hint == "Install it: apt-get install fonts-inter."


def test_a_missing_subset_library_names_its_package(monkeypatch):
    monkeypatch.setattr(checks, "SUBSET_LIBRARY", "libnowhere-subset.so.0")
    (error,) = checks.check_subset_library(None)
    assert error.id == "printing.E002"
    assert "libharfbuzz-subset0" in error.hint


@pytest.mark.parametrize(("found", "refused"), [("69.9", True), ("70.0", False), ("70.0.1", False), ("71.2", False)])
def test_an_older_weasyprint_is_refused(monkeypatch, found, refused):
    monkeypatch.setattr(checks, "version", lambda name: found)
    assert [error.id for error in checks.check_weasyprint(None)] == (["printing.E001"] if refused else [])


@pytest.mark.parametrize(
    ("demonstration", "address", "refused"),
    [
        (True, "http://127.0.0.1:8000", False),
        (False, "https://desens.hospital.example", False),
        (False, "http://127.0.0.1:8000", True),
        (False, "", True),
    ],
)
def test_qr_codes_need_the_public_address(settings, demonstration, address, refused):
    settings.DEMONSTRATION, settings.PUBLIC_ADDRESS = demonstration, address
    assert [error.id for error in checks.check_public_address(None)] == (["printing.E004"] if refused else [])
