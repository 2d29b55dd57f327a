"""The log: JSON lines with the reference number of the page, and no name in any of them."""

import json
import logging
import subprocess
import sys

from tests.pages.addresses import NAME


def test_the_line_of_an_error_bears_the_number_of_its_page(answering, logged):
    response = answering.post("/broken/k7qx/?name=GARC%C3%8DA%20SECRETA", {"name": NAME})
    lines = [line for line in logged() if line["level"] == "error"]
    assert [line["reference"] for line in lines] == [response["X-Reference"]]
    assert lines[0]["route"] == "broken/<slug:code>/"
    assert [error["type"] for error in lines[0]["exceptions"]] == ["builtins.RuntimeError", "builtins.KeyError"]
    assert any(
        "tests/pages/addresses.py" in frame and "broken" in frame for frame in lines[0]["exceptions"][0]["frames"]
    )


def test_no_line_names_anybody(answering, logged):
    answering.post("/broken/k7qx/?name=GARC%C3%8DA%20SECRETA", {"name": NAME})
    answering.get("/forbidden/?name=SECRETA")
    answering.get("/SECRETA/")
    answering.get("/suspicious/")
    written = json.dumps(logged(), ensure_ascii=False)
    assert written.count('"reference"') >= 8
    assert "SECRETA" not in written
    assert "k7qx" not in written


def test_every_request_is_one_line_with_its_route(answering, logged):
    response = answering.get("/elsewhere/?next=x")
    [line] = [line for line in logged() if line["event"] == "request"]
    assert line["reference"] == response["X-Reference"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "elsewhere/", 302)
    assert line["milliseconds"] >= 0


def test_the_number_does_not_outlive_its_request(answering, logged):
    answering.get("/elsewhere/")
    logging.getLogger("another.package").warning("disk of %s is full", NAME)
    last = logged()[-1]
    assert last["event"] == "disk of %s is full"
    assert "reference" not in last


def test_the_server_writes_json_to_standard_error():
    """In a process of its own, because the tests' own runner also reads the log."""
    code = "import django, logging; django.setup(); logging.getLogger('x').error('told %s', 'SECRETA')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    [line] = [json.loads(line) for line in run.stderr.splitlines()]
    assert (line["event"], line["level"], line["logger"]) == ("told %s", "error", "x")
