"""`python -m benchmarks [--small]`: measure everything and print one table."""

import os
import sys
import tempfile
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

import django
from django.db import connection

from benchmarks.timing import Figure

MODULES = ("sheets", "schedules", "starts", "lists", "worklists", "department", "edits", "papers")


def main(arguments: list[str]) -> None:
    """Everything runs against a scratch database: a file of its own, or the empty one that DATABASE_URL names."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--small", action="store_true", help="once each and few rows: whether it runs, not how fast")
    small = parser.parse_args(arguments).small
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(folder) / 'benchmarks.sqlite3'}")
        os.environ["DJANGO_SETTINGS_MODULE"] = "desens.settings"
        django.setup()
        if connection.introspection.table_names():
            sys.exit("DATABASE_URL names a database that is in use. The benchmarks fill an empty one with people.")
        print(table(measured(small=small)))


def measured(*, small: bool) -> list[Figure]:
    """Every figure. The modules load here: their imports need Django's settings."""
    turns, few, many = (1, 10, 100) if small else (10, 100, 100_000)
    modules = {name: import_module(f"benchmarks.{name}") for name in MODULES}
    found = [figure for name in ("sheets", "schedules", "starts") for figure in modules[name].figures(turns=turns)]
    found += modules["lists"].figures(few=few, many=many, turns=turns)
    found += modules["worklists"].figures(few=few, many=many if small else 10_000, turns=turns)
    found += modules["department"].figures(few=few if small else 1_000, many=many, turns=turns)
    found += modules["edits"].figures(turns=turns)
    return found + modules["papers"].figures(sheets=2 if small else 40, many=2 if small else 200, turns=turns)


def table(figures: list[Figure]) -> str:
    """Markdown: the ratios, and how many this machine does in a second of one processor."""
    head = "| what | against | ratio | here, a processor second |\n|---|---|---|---|\n"
    return head + "\n".join(f"| {f.what} | {f.against} | {f.ratio:.2f} | {1 / f.seconds:.4g} |" for f in figures)


if __name__ == "__main__":
    main(sys.argv[1:])
