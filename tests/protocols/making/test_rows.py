"""What must always be true of bags holds by the database itself; what was recorded is changed by no means."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from desens.records.models import AppendOnlyError
from protocols.models import BagsMade, BagsMadeInError, BagsMadeLot, BagsSignature
from tests.protocols.lifecycle.taken import run, text_field, values_of
from tests.protocols.making.rows import bags_row, check_values, signed_row
from tests.protocols.making.scene import checked, in_error, made
from tests.protocols.papers.scene import released_version

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_one_record_stands_and_only_a_mark_makes_room_for_another(version, pharmacist):
    first = bags_row(version, pharmacist)
    refused(lambda: bags_row(version, pharmacist))
    said = {"reason": "discarded", "entry_key": uuid4(), "marked_by": pharmacist, "marked_at": timezone.now()}
    mark = BagsMadeInError.objects.create(entry=first, **said)
    bags_row(version, pharmacist, instead_of=mark)
    refused(lambda: bags_row(version, pharmacist, instead_of=mark))
    refused(lambda: BagsMadeInError.objects.create(entry=first, **said | {"entry_key": uuid4()}))
    refused(lambda: BagsMadeInError.objects.create(entry=first, **said | {"entry_key": uuid4(), "reason": ""}))


@pytest.mark.parametrize("minutes", [0, -1])
def test_bags_are_used_after_they_are_made(version, pharmacist, minutes):
    now = timezone.now()
    refused(lambda: bags_row(version, pharmacist, prepared_at=now, use_by=now + timedelta(minutes=minutes)))


def test_beyond_the_stability_there_is_a_reason(version, pharmacist):
    until = timezone.now() + timedelta(hours=1)
    late = {"stable_until": until, "use_by": until + timedelta(minutes=1)}
    refused(lambda: bags_row(version, pharmacist, **late))
    bags_row(version, pharmacist, **late, reason="own study")


def test_a_lot_has_its_expiry_date_or_was_not_recorded(version, pharmacist):
    bags = bags_row(version, pharmacist)
    held = {"made": bags, "part": "other", "product": "water for injections"}
    day = date(2029, 3, 31)
    for wrong in (
        {"lot": "W1"},
        {"expires_on": day},
        {"month_only": True},
        {"part": "bag"},
        {"product": "", "lot": "W1", "expires_on": day},
    ):
        refused(lambda wrong=wrong: BagsMadeLot.objects.create(**held | wrong))
    BagsMadeLot.objects.create(**held, lot="W1", expires_on=day)
    refused(lambda: BagsMadeLot.objects.create(**held, lot="W1", expires_on=day))


def test_who_made_the_bags_checks_them_by_no_row(version, pharmacist, nurse):
    """By the model, in bulk, by SQL; and no check stands alone or twice."""
    bags = bags_row(version, pharmacist)
    check = check_values(bags)
    refused(lambda: signed_row(bags, pharmacist, **check))
    own = BagsSignature(made=bags, person=pharmacist, at=timezone.now(), entry_key=uuid4(), **check)
    refused(lambda: BagsSignature._base_manager.bulk_create([own]))
    BagsSignature.objects.bulk_create([own], ignore_conflicts=True)
    assert bags.signatures.count() == 1
    fields = [field for field in BagsSignature._meta.concrete_fields if not field.primary_key]
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = tuple(field.get_db_prep_save(getattr(own, field.attname), connection) for field in fields)
    refused(
        lambda: run(f"insert into protocols_bagssignature ({names}) values ({', '.join(['%s'] * len(fields))})", values)
    )
    refused(lambda: run("update protocols_bagssignature set person_id = person_id + 1"))
    for wrong in ({"prepared": None}, {"checked": ""}, {"meaning": "seen"}, {"meaning": "prepared"}):
        refused(lambda wrong=wrong: signed_row(bags, nurse, **check | wrong))
    signed_row(bags, nurse, **check)


ATTEMPTS = {
    "save": (lambda row, name: row.save(), AppendOnlyError),
    "delete": (lambda row, name: row.delete(), AppendOnlyError),
    "update": (lambda row, name: type(row).objects.update(**{name: "changed"}), AppendOnlyError),
    "delete all": (lambda row, name: type(row).objects.filter(pk=row.pk).delete(), AppendOnlyError),
    "base manager": (
        lambda row, name: type(row)._base_manager.filter(pk=row.pk).update(**{name: "changed"}),
        IntegrityError,
    ),
    "raw delete": (lambda row, name: type(row).objects.filter(pk=row.pk)._raw_delete("default"), IntegrityError),
    "upsert": (
        lambda row, name: type(row).objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=[name]
        ),
        IntegrityError,
    ),
    "sql": (
        lambda row, name: run(f"update {row._meta.db_table} set {name} = 'changed' where id = %s", (row.pk,)),
        IntegrityError,
    ),
    "sql delete": (
        lambda row, name: run(f"delete from {row._meta.db_table} where id = %s", (row.pk,)),
        IntegrityError,
    ),
}
OWN = {"sqlite": "replace into {0} select * from {0}", "postgresql": "truncate {0} cascade"}


def test_no_row_of_bags_is_changed(version, pharmacist, nurse):
    bags = made(version, pharmacist)
    check = checked(bags, nurse)
    rows = [bags, *bags.lots.all(), check, check.prepared, in_error(bags, nurse)]
    assert {type(row) for row in rows} == {BagsMade, BagsMadeLot, BagsSignature, BagsMadeInError}
    for row in rows:
        before, name = values_of(row), text_field(row)
        setattr(row, name, "changed")
        for attempt, error in ATTEMPTS.values():
            with pytest.raises(error), transaction.atomic():
                attempt(row, name)
        refused(lambda row=row: run(OWN[connection.vendor].format(row._meta.db_table)))
        assert values_of(row) == before, row
