"""Administrators who demote or lock each other at the same moment: one stays, whatever the database."""

import threading

import pytest
from django.db import connection
from django.utils import timezone

from desens.access.models import User
from desens.access.people import LastAdministratorError, able_administrators, lock, set_roles
from desens.access.roles import Role
from tests.cast import person


def demote(who, by):
    set_roles(person=who, expected_version=1, roles=[Role.NURSE], by=by, at=timezone.now())


def shut(who, by):
    lock(person=who, expected_version=1, by=by, at=timezone.now())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("pair", [(demote, demote), (demote, shut), (shut, shut)])
def test_of_two_who_remove_each_other_one_is_refused(pair):
    people = [person(f"administrator.{number}", Role.ADMINISTRATOR) for number in (1, 2)]
    ready, told = threading.Barrier(2), []

    def remove(service, who, by):
        user = User.objects.get(pk=who.pk)
        ready.wait()
        try:
            service(user, by)
            told.append("done")
        except LastAdministratorError:
            told.append("refused")
        finally:
            connection.close()

    jobs = [(pair[0], people[0], people[1]), (pair[1], people[1], people[0])]
    threads = [threading.Thread(target=remove, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["done", "refused"]
    assert able_administrators().count() == 1
