"""The script that gives the tests a PostgreSQL, and takes it away again."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).parents[2]
TELL = "import os; print(os.environ['DATABASE_URL'], flush=True);"


def started(program):
    command = [sys.executable, "-m", "tests.with_postgres", sys.executable, "-c", TELL + program]
    environment = {**os.environ, "NO_PROXY": "*"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)


def folder(address):
    return Path(parse_qs(urlsplit(address.strip()).query)["host"][0])


def test_the_exit_status_is_the_commands_and_nothing_is_left():
    with started("raise SystemExit(7)") as script:
        address = script.stdout.read()
    assert address.startswith("postgresql://")
    assert script.returncode == 7
    assert not folder(address).exists()


def test_a_terminated_script_stops_its_server():
    with started("import time; time.sleep(60)") as script:
        data = folder(script.stdout.readline())
        assert (data / "postmaster.pid").exists()
        script.send_signal(signal.SIGTERM)
    assert script.returncode == 128 + signal.SIGTERM
    assert not data.exists()
