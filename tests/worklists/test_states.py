"""Lists hold exactly the versions whose state, derived one by one, says so: over random histories."""

from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocols.models import ComputedDose, VersionState
from protocols.version_state import standings
from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.doses import order_for, order_text
from tests.worklists.histories import Fate, history
from worklists import versions
from worklists.asked import Asked

pytestmark = pytest.mark.django_db

DAYS = [date(2026, 11, day) for day in (19, 20, 21)]
TODAY = DAYS[1]
FATES = st.builds(Fate, reached=st.integers(0, 3), void=st.booleans(), planned_on=st.sampled_from(DAYS))
HISTORIES = st.lists(st.lists(FATES, min_size=1, max_size=4), min_size=1, max_size=3)
EACH = settings(
    max_examples=min(settings.default.max_examples, 200), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def like(allergist):
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist)
    return drafted(patient, allergist)


@pytest.fixture
def changed(like, allergist):
    """A draft whose dose was computed for 71 kg, of a patient who weighs 100 kg today."""
    patient = like.protocol.patient
    ComputedDose.objects.create(version=like, order=order_text(order_for(patient)))
    weighed(patient, allergist, "100", on=date(2026, 11, 9))
    return like


def asked(viewer):
    return Asked(viewer=viewer, at=timezone.now(), on=TODAY)


def listed(rows):
    """The versions of a list, by primary key."""
    return {getattr(row, "version_id", row.pk) for row in rows}


def expected(protocols, state, *, in_force):
    """Versions of that state behind which no other was saved, or none but void ones."""
    found = set()
    for rows in protocols:
        standing = standings(rows)
        for place, row in enumerate(rows):
            later = [standing[each.pk].state for each in rows[place + 1 :]]
            ends = all(each == VersionState.VOID for each in later) if in_force else not later
            if standing[row.pk].state == state and ends:
                found.add(row.pk)
    return found


@given(fates=HISTORIES)
@EACH
def test_each_list_is_the_versions_of_its_state(like, allergist, pharmacist, nurse, fates):
    with transaction.atomic():  # rows are never deleted: each example is undone as a whole
        people = {"prescriber": allergist, "verifier": pharmacist}
        protocols = [[like], *(history(like, each, **people) for each in fates)]
        rows = [row for each in protocols for row in each]
        standing = standings(rows)
        released = [row for row in rows if standing[row.pk].state == VersionState.RELEASED]
        days = {row.pk: standing[row.pk].release.planned_on for row in released}
        signed = expected(protocols, VersionState.SIGNED, in_force=True)

        assert listed(versions.to_sign(asked(nurse))) == expected(protocols, VersionState.DRAFT, in_force=False)
        assert listed(versions.to_verify(asked(nurse))) == signed
        assert listed(versions.to_verify(asked(allergist))) == set()
        assert listed(versions.to_release(asked(nurse))) == expected(protocols, VersionState.VERIFIED, in_force=True)
        assert listed(versions.to_prepare(asked(nurse))) == {pk for pk, day in days.items() if day >= TODAY}
        assert listed(versions.today(asked(nurse))) == {pk for pk, day in days.items() if day == TODAY}
        assert listed(versions.to_sign_anew(asked(nurse))) == set()
        transaction.set_rollback(True)


def test_what_was_saved_first_comes_first(like, allergist, pharmacist):
    history(like, [Fate()], prescriber=allergist, verifier=pharmacist)
    rows = versions.to_sign(asked(allergist)).order_by("saved_at", "pk")
    assert [row.saved_at for row in rows] == sorted(row.saved_at for row in rows)


@given(fates=HISTORIES)
@EACH
def test_with_a_changed_dose_all_in_force_is_to_be_signed_anew(changed, allergist, pharmacist, nurse, fates):
    """And none is to be verified or released; what was released for a day that is over stays as it was."""
    with transaction.atomic():
        people = {"prescriber": allergist, "verifier": pharmacist}
        protocols = [[changed], *(history(changed, each, **people) for each in fates)]
        standing = standings([row for each in protocols for row in each])
        states = (VersionState.SIGNED, VersionState.VERIFIED, VersionState.RELEASED)
        waiting = set().union(*(expected(protocols, state, in_force=True) for state in states))
        over = {pk for pk in waiting if (given := standing[pk].release) and given.planned_on < TODAY}

        assert listed(versions.to_sign_anew(asked(nurse))) == waiting - over
        assert not listed(versions.to_verify(asked(nurse))) | listed(versions.to_release(asked(nurse)))
        transaction.set_rollback(True)
