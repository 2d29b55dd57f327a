"""The real server, started as `make run` starts it: files collected with their hashes, gunicorn, a first page."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest


@pytest.fixture
def server(tmp_path):
    bare = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    environment = bare | {"DESENS_VAR": str(tmp_path), "NO_PROXY": "127.0.0.1"}
    subprocess.run([sys.executable, "manage.py", "prepare"], env=environment, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    gunicorn = [str(Path(sys.executable).parent / "gunicorn"), "desens.wsgi", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen([*gunicorn, "--no-control-socket"], env=environment, stderr=subprocess.DEVNULL) as process:
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def read(address):
    """The text and headers of an address, as soon as something answers there."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.read().decode(), answer.headers
        except urllib.error.URLError as error:
            if isinstance(error, urllib.error.HTTPError):
                raise
            time.sleep(0.1)
    pytest.fail(f"nothing answers at {address}")


def test_the_server_starts_and_serves_the_log_in_page_with_its_files(server):
    page, headers = read(server + "/")
    assert "desens" in page
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert any(re.search(r"desens\.[0-9a-f]{12}\.css", name) for name in files)
    for name in files:
        _text, file_headers = read(server + name)
        assert "immutable" in file_headers["Cache-Control"]
