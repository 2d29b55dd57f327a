"""What all tests share: the database, the browser, the profiles of hypothesis (traps.md 19 to 30)."""

import os
import shutil

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection, connections

from desens.records import triggers

pytest_plugins = ["tests.cast", "tests.hazard_plugin"]

for name, examples in {"dev": 50, "ci": 2_000, "nightly": 100_000}.items():
    # examples repeat, so that no landing depends on luck; nightly alone looks further each time
    hypothesis.settings.register_profile(name, max_examples=examples, deadline=None, derandomize=name != "nightly")
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

#: The folders of tests that draw documents.
DRAWN = "documents"
#: A test that asks for one of these touches the database or the browser.
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "playwright", "django_db_setup"}


def pytest_configure(config):
    config.addinivalue_line("markers", "only_on(vendor): a test of what only sqlite or only postgresql does")


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL run what touches a database or a browser: the rest has run on SQLite (traps.md 30).

    How a document is drawn has run there too: it is drawn from values, which other tests read from both databases.
    """
    left_out = [item for item in items if not _belongs(item, connection.vendor)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _belongs(item, connection.vendor)]


def _belongs(item, vendor):
    mark = item.get_closest_marker("only_on")
    if mark is not None:
        return mark.args == (vendor,)
    touches = item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    return vendor == "sqlite" or (bool(touches) and item.path.parent.name != DRAWN)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Let the flush between transactional tests lift the refusing triggers; `post_migrate` brings them back."""
    operations = type(connection.ops)
    refused = operations.sql_flush

    def sql_flush(self, style, tables, **options):
        statements = refused(self, style, tables, **options)
        return [*triggers.dropping(self.connection), *statements] if statements else []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True)
def empty_cache():
    """Limits and lock-outs live in the cache: none is handed to the next test."""
    cache.clear()


@pytest.fixture(scope="session")
def playwright(django_db_setup, playwright):
    """The browser's event loop opens connections of its own; closed, so that the database can be dropped."""
    yield playwright
    connections.close_all()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium, which reaches nothing but this machine."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("Chromium is missing: apt-get install chromium")
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        "args": ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"],
    }
