"""Nobody learns from the door who has an account: same words, same work, same time (issue 3, point 9)."""

import re
import statistics
import time

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from desens.access.people import invite
from desens.settings import PASSWORD_HASHERS
from tests.cast import PASSWORD, person

WRONG = "not-this-one-at-all"


class CountingHasher(MD5PasswordHasher):
    """Fast, and counts how often a password was hashed."""

    count = 0

    def encode(self, password, salt):
        type(self).count += 1
        return super().encode(password, salt)


COUNTING = [f"{__name__}.CountingHasher"]


@pytest.fixture
def attempts(administrator):
    """Every kind of attempt that opens nothing: what is typed, by kind."""
    for name in ("known", "locked", "locked.two"):
        person(name)
    User.objects.filter(username__startswith="locked").update(is_active=False)
    invite(username="invited", full_name="In Vited", roles=[], by=administrator, at=timezone.now())
    return {
        "unknown user name": ("nobody.at.all", WRONG),
        "wrong password": ("known", WRONG),
        "locked, wrong password": ("locked", WRONG),
        "locked, right password": ("locked.two", PASSWORD),
        "invited, no password yet": ("invited", WRONG),
    }


def attempt(username, password):
    return Client(REMOTE_ADDR="192.0.2.7").post(reverse("account_login"), {"login": username, "password": password})


def words(response, username) -> str:
    """The page without what differs on every page: the typed name, the form's secret, the reference number."""
    page = response.content.decode().replace(f'value="{username}"', "")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page).replace(response["X-Reference"], "")


def test_every_attempt_that_opens_nothing_reads_the_same(attempts):
    answers = {kind: attempt(*typed) for kind, typed in attempts.items()}
    assert {answer.status_code for answer in answers.values()} == {200}
    assert len({words(answer, attempts[kind][0]) for kind, answer in answers.items()}) == 1
    assert len({tuple(sorted(answer.cookies)) for answer in answers.values()}) == 1
    assert (
        "The user name or the password is wrong, or the account is locked."
        in answers["wrong password"].content.decode()
    )


def test_every_attempt_hashes_once(attempts):
    with override_settings(PASSWORD_HASHERS=COUNTING):
        for user in User.objects.filter(username__in=["known", "locked", "locked.two"]):
            user.set_password(PASSWORD)
            user.save()
        counts = {}
        for kind, typed in attempts.items():
            CountingHasher.count = 0
            attempt(*typed)
            counts[kind] = CountingHasher.count
    assert counts == dict.fromkeys(attempts, 1)


def test_every_attempt_asks_the_database_the_same(attempts):
    asked = {}
    for kind, typed in attempts.items():
        with CaptureQueriesContext(connection) as queries:
            attempt(*typed)
        asked[kind] = len(queries)
    assert len(set(asked.values())) == 1, asked


def test_no_kind_of_attempt_is_quicker(attempts):
    """The median of five each, taken in turns in this one run; hashing dominates, so a missing hash would show."""
    with override_settings(PASSWORD_HASHERS=PASSWORD_HASHERS):
        for user in User.objects.filter(username__in=["known", "locked", "locked.two"]):
            user.set_password(PASSWORD)
            user.save()
        took = {kind: [] for kind in attempts}
        for _turn in range(5):
            for kind, typed in attempts.items():
                began = time.process_time()
                attempt(*typed)
                took[kind].append(time.process_time() - began)
    middle = {kind: statistics.median(times) for kind, times in took.items()}
    assert max(middle.values()) / min(middle.values()) < 2, middle


@pytest.mark.parametrize("username", ["known", "locked", "invited", "nobody.at.all"])
def test_the_door_closes_after_six_whoever_it_is(attempts, username):
    answers = [attempt(username, WRONG) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]


def test_there_is_no_page_that_looks_people_up(client, db):
    for address in ("password/reset/", "password/forgotten/", "sign-up/", "people/known/", "invite/"):
        assert client.get(f"/account/{address}").status_code in (200, 302, 404)
        assert client.post(f"/account/{address}", {"username": "known", "email": "a@b.example"}).status_code != 200
