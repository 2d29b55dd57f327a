"""Cold starts: a command as a script calls it, against an interpreter that only imports Django."""

import subprocess
import sys
from pathlib import Path

from benchmarks.schedules import FILE
from benchmarks.timing import Figure, compare

ROOT = Path(__file__).resolve().parent.parent


def figures(*, turns: int) -> list[Figure]:
    """`manage.py schedule FILE` and the engine alone, each in a new process."""
    engine = "from benchmarks.schedules import schedule; schedule()"
    return [
        compare(
            what="`manage.py schedule FILE`, cold",
            ours=lambda: run("manage.py", "schedule", str(FILE)),
            against='`python -c "import django"`, cold',
            bare=lambda: run("-c", "import django"),
            turns=turns,
        ),
        compare(
            what="the same schedule without Django, cold",
            ours=lambda: run("-c", engine),
            against='`python -c "import fractions"`, cold',
            bare=lambda: run("-c", "import fractions"),
            turns=turns,
        ),
    ]


def run(*arguments: str) -> None:
    """A new interpreter in the project's folder; CalledProcessError where it fails."""
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
