"""Demonstration without any environment; production explicit, and then without defaults."""

import os
import subprocess
import sys

import pytest

PRODUCTION = {
    "DESENS_MODE": "production",
    "SECRET_KEY": "x9Jq-" * 14,
    "PUBLIC_ADDRESS": "https://desens.hospital.example",
    "ALLOWED_HOSTS": "desens.hospital.example",
    "DOWNTIME_PASSWORD": "when-the-computer-is-down",
    "TRUSTED_PROXIES": "1",
    "TIME_ZONE": "Europe/Madrid",
}
NAMES = {
    *PRODUCTION,
    "POSTGRESQL_TOOLS",
    "DATABASE_URL",
    "DESENS_VAR",
    "SESSION_IDLE_MINUTES",
    "SESSION_ABSOLUTE_HOURS",
    "SECOND_FACTOR_ROLES",
}


def manage(*arguments, **variables):
    """`manage.py ...` with these variables of ours and no other."""
    bare = {name: value for name, value in os.environ.items() if name not in NAMES and "DJANGO" not in name}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, env=bare | variables, capture_output=True, text=True, timeout=120)


@pytest.fixture
def production(tmp_path):
    return PRODUCTION | {"DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}", "DESENS_VAR": str(tmp_path)}


def test_a_demonstration_needs_no_variable(tmp_path):
    ran = manage("check", DESENS_VAR=str(tmp_path))
    assert ran.returncode == 0, ran.stderr


def test_the_demonstrations_secret_is_kept_and_private(tmp_path):
    manage("check", DESENS_VAR=str(tmp_path))
    secret = tmp_path / "demonstration-secret"
    first = secret.read_text()
    manage("check", DESENS_VAR=str(tmp_path))
    assert secret.read_text() == first
    assert len(first) >= 50
    assert secret.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "name",
    ["SECRET_KEY", "PUBLIC_ADDRESS", "ALLOWED_HOSTS", "DOWNTIME_PASSWORD", "DATABASE_URL", "DESENS_VAR", "TIME_ZONE"],
)
def test_production_has_no_default_and_says_what_to_set(production, name):
    ran = manage("check", **{key: value for key, value in production.items() if key != name})
    assert ran.returncode != 0
    assert f"{name} is not set. " in ran.stderr
    assert ".env.example" in ran.stderr


def test_a_mode_that_does_not_exist_is_refused(tmp_path):
    ran = manage("check", DESENS_MODE="prod", DESENS_VAR=str(tmp_path))
    assert ran.returncode != 0
    assert "expected one of demonstration, production" in ran.stderr


def test_a_complete_production_is_prepared_without_a_warning_and_without_demonstration(production):
    ran = manage("prepare", **production)
    assert ran.returncode == 0, ran.stderr
    assert "published cases" not in ran.stdout
    refused = manage("load_demo", **production)
    assert refused.returncode != 0
    assert "demonstration mode only" in refused.stderr


def test_every_variable_that_is_read_stands_in_the_example():
    with open(".env.example", encoding="utf-8") as example:
        told = {line.split("=")[0] for line in example if "=" in line and not line.startswith("#")}
    assert told == NAMES
