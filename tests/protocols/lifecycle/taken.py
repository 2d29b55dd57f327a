"""A version with a row of each kind behind it, and statements as somebody types them at the database's own prompt."""

from typing import Any

from django.db import connection, transaction

from desens.access.models import User
from desens.records.models import AppendOnly
from protocols.models import ComputedDose, Version
from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.doses import order_for, order_text
from tests.protocols.lifecycle.steps import released, signed, verified


def taken_far(allergist: User, pharmacist: User) -> Version:
    """Prescribed by the allergist from a computed dose, verified by the pharmacist, released."""
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist, "80")
    version = drafted(patient, allergist, dose_order=order_text(order_for(patient)))
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    return version


def rows_behind(version: Version) -> list[AppendOnly]:
    """The version and every row that says how it came to be released."""
    prescription, verification = version.signatures.order_by("pk")
    return [
        version,
        version.protocol,
        version.template,
        ComputedDose.objects.get(version=version),
        prescription,
        verification,
        verification.comparison,
        version.release,
    ]


def text_field(row: AppendOnly) -> str:
    """A column of the row that holds text."""
    kinds = ("CharField", "TextField")
    return next(field.attname for field in row._meta.fields if field.get_internal_type() in kinds)


def values_of(row: AppendOnly) -> dict[str, Any]:
    """What the database holds of the row now."""
    return type(row)._base_manager.filter(pk=row.pk).values().get()


def run(statement: str, values: tuple[Any, ...] = ()) -> None:
    """One raw statement, in a transaction of its own."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
