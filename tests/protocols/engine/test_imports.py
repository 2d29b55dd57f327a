"""What the engine loads: no Django, no plotting library (contracts.md 0, traps.md 6)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FORBIDDEN = ("django", "matplotlib", "numpy", "weasyprint")
PROBE = """
import pkgutil, sys, importlib
import protocols.engine
for module in pkgutil.walk_packages(protocols.engine.__path__, "protocols.engine."):
    importlib.import_module(module.name)
print(sorted({name.split(".")[0] for name in sys.modules} & set(sys.argv[1:])))
"""


def test_importing_any_part_of_the_engine_loads_neither_django_nor_a_plotting_library():
    command = [sys.executable, "-c", PROBE, *FORBIDDEN]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_probe_would_see_one():
    command = [sys.executable, "-c", "import django" + PROBE, *FORBIDDEN]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['django']"
