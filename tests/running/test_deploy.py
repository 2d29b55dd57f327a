"""The files of docs/deploy: what they name exists, and every service is confined."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.architecture.tree import ROOT

DEPLOY = ROOT / "docs" / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
EVERY_SERVICE = pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
CONFINED = ("User=desens", "NoNewPrivileges=true", "ProtectSystem=strict", "PrivateTmp=true", "CapabilityBoundingSet=")


def test_the_files_are_there():
    assert {path.name for path in SERVICES} == {
        "desens.service",
        "desens-prepare.service",
        "desens-backup@.service",
        "desens-drill.service",
        "desens-downtime.service",
    }


@EVERY_SERVICE
def test_a_service_is_confined_and_bears_no_secret(path: Path):
    lines = path.read_text().splitlines()
    assert set(CONFINED) <= set(lines)
    assert not [line for line in lines if line.startswith("Environment=")]


@EVERY_SERVICE
def test_a_service_runs_a_command_that_exists(path: Path):
    commands = re.findall(r"manage\.py (\w+)", path.read_text())
    assert set(commands) <= set(get_commands())
    assert commands or "gunicorn --config python:desens.running.server" in path.read_text()


def test_only_what_owns_the_tables_gets_the_owners_password():
    owners = {path.name for path in SERVICES if "owner.env" in path.read_text()}
    assert owners == {"desens-prepare.service", "desens-drill.service"}


@pytest.mark.parametrize("path", sorted(DEPLOY.glob("*.timer")), ids=lambda path: path.name)
def test_a_timer_starts_a_service_that_exists(path: Path):
    (unit,) = re.findall(r"^Unit=(.+)$", path.read_text(), re.MULTILINE)
    assert (DEPLOY / re.sub(r"@\w+\.", "@.", unit)).exists()


def test_nginx_writes_the_client_itself_and_logs_no_search():
    site = (DEPLOY / "nginx.conf").read_text()
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in site
    assert "proxy_set_header X-Forwarded-Proto https;" in site
    (logged,) = re.findall(r"log_format .*;", site)
    assert "$uri" in logged
    assert not re.search(r"\$(request|request_uri|args|query_string|http_referer)\b", logged)
    assert set(re.findall(r"access_log \S+ ?(\w*);", site)) == {"desens"}


def test_the_guide_names_every_file():
    guide = (DEPLOY / "README.md").read_text()
    for path in set(DEPLOY.iterdir()) - {DEPLOY / "README.md"}:
        assert path.name in guide or f"*{path.suffix}" in guide, path.name
