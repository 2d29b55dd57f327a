"""The demonstration's logins: there in demonstration mode, and nowhere else."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.demonstration import LOGINS, PASSWORD, add_demonstration_people
from desens.access.models import User

pytestmark = pytest.mark.django_db
NAMES = ["allergist", "nurse", "pharmacist", "reviewer", "administrator"]


def test_one_person_a_role_under_the_name_of_the_role_and_once():
    people = add_demonstration_people(by="system", at=timezone.now())
    assert [(user.username, user.roles) for user in people.values()] == [(name, {name}) for name in NAMES]
    assert add_demonstration_people(by="system", at=timezone.now()) == people
    assert User.objects.count() == 5


@pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.username)
def test_each_logs_in_with_what_the_page_shows(login):
    add_demonstration_people(by="system", at=timezone.now())
    client = Client()
    page = client.get(reverse("account_login")).content.decode()
    assert f"<code>{login.username}</code>" in page
    assert f"<code>{PASSWORD}</code>" in page
    response = client.post(reverse("account_login"), {"login": login.username, "password": PASSWORD})
    assert response["Location"] == reverse("home")


def test_outside_demonstration_mode_nothing_is_shown_or_added(settings):
    settings.DEMONSTRATION = False
    page = Client().get(reverse("account_login")).content.decode()
    assert PASSWORD not in page
    assert "<code>" not in page
    with pytest.raises(ImproperlyConfigured):
        add_demonstration_people(by="system", at=timezone.now())
    assert not User.objects.exists()
