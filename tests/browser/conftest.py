"""A browser on the live server. A page that says anything on its console fails: that is how CSP breaks show."""

import pytest

from tests.cast import client_of


@pytest.fixture
def told():
    """What the console said so far; a test that expects a word of it clears the list."""
    return []


@pytest.fixture
def page(live_server, page, told):
    """The page, opened after the live server so that it closes before the flush (traps.md 25)."""
    page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    yield page
    assert told == []


@pytest.fixture
def visit(live_server, page, settings):
    """`visit(address, user)`: open it as that person, by a session cookie (traps.md 28)."""

    def open_page(address, user=None):
        page.context.clear_cookies()
        if user is not None:
            session = client_of(user).cookies[settings.SESSION_COOKIE_NAME]
            page.context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
        return page.goto(live_server.url + address)

    return open_page
