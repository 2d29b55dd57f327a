"""The public commands run for whoever may read the installation, also where nothing may be written (contracts.md 0)."""

import os
import subprocess
import sys
from pathlib import Path

BASE = Path(__file__).resolve().parents[1]
ONE_BAG = """
drug: example
route: intravenous
target_dose: 5
unit: mg
solutions: [{number: 1, volume_ml: 10, amount: full}]
steps: [{solution: 1, rate_ml_h: 10, volume_ml: rest}]
"""


def test_a_schedule_is_computed_where_nothing_can_be_written(tmp_path):
    file = tmp_path / "one-bag.yaml"
    file.write_text(ONE_BAG, encoding="utf-8")
    command = [sys.executable, "manage.py", "schedule", str(file), "--format", "csv"]
    environment = {"PATH": os.environ["PATH"], "DESENS_VAR": "/proc/nobody-may-write-here"}
    ran = subprocess.run(command, cwd=BASE, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "1,1,10,60,10,5,5" in ran.stdout
