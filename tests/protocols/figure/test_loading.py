"""Who loads matplotlib: the view that draws, nobody else (traps.md 6)."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CASE = ROOT / "tests" / "protocols" / "engine" / "golden" / "generic-12-step.yaml"
PROBE = """
import atexit, os, sys
atexit.register(lambda: print("matplotlib" in sys.modules, file=sys.stderr))
os.environ["DJANGO_SETTINGS_MODULE"] = "desens.settings"
import django
django.setup()
{statement}
"""


@pytest.mark.parametrize(
    ("statement", "loads"),
    [
        (f"from django.core.management import call_command; call_command('schedule', {str(CASE)!r})", "False"),
        ("import protocols.presenting, protocols.figure.shown", "False"),
        ("import desens.urls", "True"),
    ],
)
def test_only_the_addresses_load_the_plotting_library(statement, loads):
    command = [sys.executable, "-c", PROBE.format(statement=statement)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stderr.splitlines()[-1] == loads
