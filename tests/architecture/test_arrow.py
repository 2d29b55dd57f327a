"""The arrow of design.md 1, held by import-linter, and migrations that tell what the models tell."""

import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from tests.architecture.tree import ROOT


def test_the_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_every_own_app_is_under_the_contracts() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    own = {name.split(".")[0] for name in settings.INSTALLED_APPS if (ROOT / name.split(".")[0]).is_dir()}
    assert own - {"tests"} == set(contracts["root_packages"])
    assert own - {"tests", "desens"} <= set(contracts["contracts"][0]["layers"])


def test_no_migration_is_wanting() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    wanting = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(graph=loader.graph)
    assert {app: [str(migration.operations) for migration in changes] for app, changes in wanting.items()} == {}


def test_no_two_migrations_compete() -> None:
    assert MigrationLoader(None, ignore_no_migrations=True).detect_conflicts() == {}
