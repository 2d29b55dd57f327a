"""A record changed since the form was opened is not overwritten (design.md 5.7)."""

import pytest

from desens.records.versioned import StaleSave, change
from tests.records.app.models import Setting

pytestmark = pytest.mark.django_db


def test_a_change_counts_the_version_up_and_refreshes():
    setting = Setting.objects.create(value=1)
    change(setting, expected_version=1, value=2)
    assert (setting.value, setting.version) == (2, 2)


@pytest.mark.parametrize("expected", [0, 1, 3])
def test_another_version_is_stale_and_shows_the_current_row(expected):
    setting = Setting.objects.create(value=1)
    change(setting, expected_version=1, value=2)

    with pytest.raises(StaleSave) as told:
        change(setting, expected_version=expected, value=9)

    assert (told.value.current.value, told.value.current.version) == (2, 2)
    setting.refresh_from_db()
    assert setting.value == 2


def test_a_row_that_is_gone_is_stale():
    setting = Setting.objects.create(value=1)
    Setting.objects.all().delete()
    with pytest.raises(StaleSave) as told:
        change(setting, expected_version=1, value=2)
    assert told.value.current is None


def test_only_the_named_values_are_written(django_assert_num_queries):
    setting = Setting.objects.create(value=1)
    with django_assert_num_queries(2):
        change(setting, expected_version=1)
    assert (setting.value, setting.version) == (1, 2)
