"""A change is one new revision with its event, kept once, never over somebody else's; what held then can be asked."""

import json
from datetime import timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from desens.audit import chain
from desens.audit.models import AuditEvent
from desens.records.models import AppendOnlyError
from desens.unit import selectors
from desens.unit.definitions import BY_KEY
from desens.unit.definitions.hospital import LOGO
from desens.unit.definitions.schedules import FINAL_RATE_ML_H, OBSERVATION_H
from desens.unit.models import PictureContent, SettingRevision
from desens.unit.png import PngError
from desens.unit.services import Change, StaleSettingError, change_setting, picture_name
from tests.records.races import RACES, run_races
from tests.unit.samples import other_value, png

pytestmark = pytest.mark.django_db


def changed(definition, value, *, based_on=0, by, at=None, key=None, **more):
    change = Change(definition=definition, value=value, reason="agreed", based_on=based_on, **more)
    return change_setting(change=change, entry_key=key or uuid4(), by=by, at=at or timezone.now())


def picture_of(definition) -> bytes:
    return png() if definition is LOGO else b""


def test_without_any_change_every_default_holds():
    settings = selectors.current()
    for definition in BY_KEY.values():
        assert settings[definition] == definition.default
        assert settings.revision(definition) == 0


@pytest.mark.parametrize("definition", BY_KEY.values(), ids=BY_KEY)
def test_each_setting_can_be_changed(administrator, definition):
    value = other_value(definition)
    changed(definition, value, by=administrator, picture=picture_of(definition))
    settings = selectors.current()
    assert settings[definition] == value
    assert settings.revision(definition) == 1


def test_a_change_is_audited_with_what_held_before(administrator):
    changed(FINAL_RATE_ML_H, Fraction(60), by=administrator)
    changed(FINAL_RATE_ML_H, Fraction(75), based_on=1, by=administrator)
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject_code, event.by) == ("setting changed", "final-rate", administrator.username)
    assert json.loads(json.loads(event.before)["value"])["value"] == "60"
    after = json.loads(event.after)
    assert json.loads(after["value"])["value"] == "75"
    assert (after["revision"], after["reason"]) == (2, "agreed")
    assert chain.verify() == []


def test_what_held_at_a_moment_can_be_asked(administrator):
    start = timezone.now()
    for revision, rate in enumerate((60, 75)):
        at = start + timedelta(days=revision)
        changed(FINAL_RATE_ML_H, Fraction(rate), based_on=revision, by=administrator, at=at)
    day = timedelta(days=1)
    held = [selectors.as_of(at)[FINAL_RATE_ML_H] for at in (start - day / 2, start, start + day / 2, start + day)]
    assert held == [80, 60, 60, 75]


def test_reading_all_settings_is_one_query(administrator, django_assert_num_queries):
    for definition in (FINAL_RATE_ML_H, OBSERVATION_H):
        changed(definition, other_value(definition), by=administrator)
    for read in (selectors.current, lambda: selectors.as_of(timezone.now()), lambda: list(selectors.grouped())):
        with django_assert_num_queries(1):
            read()


def test_a_stale_save_is_refused_and_tells_what_holds(administrator):
    changed(FINAL_RATE_ML_H, Fraction(60), by=administrator)
    with pytest.raises(StaleSettingError) as stale:
        changed(FINAL_RATE_ML_H, Fraction(75), by=administrator)
    assert (stale.value.current.value, stale.value.current.revision) == (60, 1)
    assert AuditEvent.objects.filter(action="setting changed").count() == 1


def test_the_same_change_sent_twice_is_kept_once(administrator):
    key = uuid4()
    first, second = (changed(FINAL_RATE_ML_H, Fraction(60), by=administrator, key=key) for _ in range(2))
    assert first == second
    assert AuditEvent.objects.filter(action="setting changed").count() == 1


def test_an_entry_key_of_another_setting_is_refused(administrator):
    key = uuid4()
    changed(FINAL_RATE_ML_H, Fraction(60), by=administrator, key=key)
    with pytest.raises(SuspiciousOperation):
        changed(OBSERVATION_H, Fraction(3), by=administrator, key=key)


@pytest.mark.django_db(transaction=True)
def test_two_changes_at_once_keep_one_and_tell_the_other(administrator):
    def save(race, writer):
        try:
            rate = Fraction(1 + race % 50 * 2 + writer)
            return changed(FINAL_RATE_ML_H, rate, based_on=race, by=administrator).revision
        except StaleSettingError as stale:
            return ("told", stale.current.revision)

    races = max(RACES // 4, 1)
    for race, outcome in enumerate(run_races(save, races=races)):
        assert sorted(outcome, key=str) == sorted([race + 1, ("told", race + 1)], key=str)
    assert SettingRevision.objects.count() == races
    assert AuditEvent.objects.filter(action="setting changed").count() == races
    assert chain.verify() == []


@pytest.mark.parametrize(
    ("definition", "value"),
    [
        (FINAL_RATE_ML_H, Fraction(1201)),
        (FINAL_RATE_ML_H, Fraction(0)),
        (BY_KEY["fev1"], "75"),
        (BY_KEY["h1-washout"], Fraction("2.5")),
        (BY_KEY["pumps"], ()),
        (BY_KEY["stop-rules"], ()),
        (BY_KEY["hospital-name"], "x" * 81),
        (BY_KEY["unit-telephone"], "none"),
        (LOGO, "0" * 64),
    ],
)
def test_a_value_out_of_bounds_is_refused_whoever_calls(administrator, definition, value):
    with pytest.raises(ValueError, match=definition.key):
        changed(definition, value, by=administrator)
    assert not SettingRevision.objects.exists()


def test_a_picture_that_would_not_print_is_refused_whoever_calls(administrator):
    for content, error in ((b"GIF89a", PngError), (png() + b"\0" * 200_000, ValueError)):
        with pytest.raises(error):
            changed(LOGO, picture_name(content), by=administrator, picture=content)


def test_a_picture_is_kept_once_and_found_by_its_hash(administrator):
    name = picture_name(png())
    changed(LOGO, name, by=administrator, picture=png())
    changed(LOGO, "", based_on=1, by=administrator)
    changed(LOGO, name, based_on=2, by=administrator, picture=png())
    assert PictureContent.objects.count() == 1
    assert selectors.picture(selectors.current()[LOGO]) == png()
    assert selectors.picture("") == b""


def test_what_was_set_is_never_changed_or_deleted(administrator):
    row = changed(FINAL_RATE_ML_H, Fraction(60), by=administrator)
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update unit_settingrevision set revision = 9")


@pytest.mark.parametrize("wrong", [{"revision": 0}, {"reason": ""}])
def test_the_database_refuses_what_must_not_be(administrator, wrong):
    row = {"key": "final-rate", "revision": 1, "value": "{}", "reason": "agreed"} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        SettingRevision(**row, entry_key=uuid4(), changed_by=administrator, changed_at=timezone.now()).save()


def test_a_change_without_a_reason_is_refused(administrator):
    change = Change(definition=FINAL_RATE_ML_H, value=Fraction(60), reason="", based_on=0)
    with pytest.raises(ValueError, match="no reason"):
        change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())
