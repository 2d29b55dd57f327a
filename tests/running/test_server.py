"""gunicorn with our settings: every line it writes is JSON and bears no address of a request."""

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

GUNICORN = [str(Path(sys.executable).parent / "gunicorn"), "--config", "python:desens.running.server"]
APPLICATION = """
import os, signal
def application(environ, start_response):
    if environ["PATH_INFO"] == "/SECRETA":
        raise RuntimeError("SECRETA")
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]
"""


@pytest.fixture
def lines(tmp_path):
    """What gunicorn wrote while it started, failed at a request and stopped."""
    (tmp_path / "small.py").write_text(APPLICATION)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *GUNICORN,
        "--bind",
        f"127.0.0.1:{port}",
        "--pythonpath",
        str(tmp_path),
        "--workers",
        "1",
        "small:application",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        for path in ("/", "/SECRETA"):
            ask(port, path)
        process.send_signal(signal.SIGTERM)
        return process.communicate(timeout=60)[1].splitlines()


def ask(port: int, path: str) -> None:
    for _ in range(300):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=10) as asked:
                asked.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
                asked.recv(100)
                return
        except ConnectionRefusedError:
            time.sleep(0.1)
    pytest.fail("gunicorn does not answer")


def test_every_line_is_json(lines):
    written = [json.loads(line) for line in lines]
    assert {line["logger"] for line in written} == {"gunicorn.error"}
    assert any(line["event"].startswith("Starting gunicorn") for line in written)
    assert any(line["level"] == "error" and "RuntimeError" in json.dumps(line) for line in written)


def test_no_line_bears_an_address_or_a_message(lines):
    assert lines
    assert "SECRETA" not in "\n".join(lines)
