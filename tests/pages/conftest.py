"""Failing addresses, and the log as it is written."""

import io
import json
import logging

import pytest
from django.test import Client

from desens.pages import log


@pytest.fixture
def failing_addresses(settings):
    """The addresses of tests/pages/addresses.py."""
    settings.ROOT_URLCONF = "tests.pages.addresses"


@pytest.fixture
def answering(failing_addresses):
    """A client that gets the error page instead of the exception."""
    return Client(raise_request_exception=False)


@pytest.fixture
def logged():
    """`logged()`: every line written so far, each read back from its JSON."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(log.formatter())
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)
