"""What the unit writes itself: its drugs, names, products and values, each with its source. Nothing is deleted."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.records.once import find_entry, insert_once
from drugs.finding import find_drug
from drugs.models import Drug, Name, Origin, Product, Retirement, Value
from drugs.names import drug_key
from drugs.selectors import retired, standing_values


@dataclass(frozen=True, kw_only=True)
class NewName:
    """Another name, and from where it is."""

    name: str
    source: str
    mark: str
    reviewed_on: date


@dataclass(frozen=True, kw_only=True)
class NewValue:
    """A value as it is stored (drugs.kinds), under a condition, and from where it is."""

    what: str
    condition: str
    established: bool
    stated: str
    unit: str
    source: str
    mark: str
    reviewed_on: date


class NameTakenError(Exception):
    """The name is a name of `drug` already."""

    def __init__(self, drug: Drug) -> None:
        super().__init__("name taken")
        self.drug = drug


class ProductTakenError(Exception):
    """The drug has a product of that name already."""


class StaleValueError(Exception):
    """Somebody stated `current` since the form was opened; None: it was retired."""

    def __init__(self, current: Value | None) -> None:
        super().__init__("stated meanwhile")
        self.current = current


def add_drug(*, name: str, by: User, at: datetime) -> Drug:
    """A drug of the unit's own; NameTakenError where a name or synonym of another says the same."""
    _refuse_taken(name)
    try:
        with recording(by=by, at=at) as record:
            drug = Drug.objects.create(name=name, name_key=drug_key(name), **_unit(by, at))
            _event(record, "added", "drug", drug, {"name": name})
    except IntegrityError:
        _refuse_taken(name)
        raise
    return drug


def add_name(*, drug: Drug, new: NewName, entry_key: UUID, by: User, at: datetime) -> Name:
    """Another name of a drug; NameTakenError where it is one already."""
    key = drug_key(new.name)
    try:
        _refuse_taken(new.name)
    except NameTakenError:
        if find_entry(Name, entry_key) is None:
            raise
    revision = 1 + Name.objects.filter(name_key=key, origin=Origin.UNIT).count()
    row = Name(drug=drug, **vars(new), name_key=key, revision=revision, entry_key=entry_key, **_unit(by, at))
    with recording(by=by, at=at) as record:
        stored, created = insert_once(row)
        if created:
            _event(record, "added", "drug name", drug, vars(new))
    return stored


def add_product(*, drug: Drug, name: str, route: str, by: User, at: datetime) -> Product:
    """A product of a drug; ProductTakenError where the drug has one of that name, however it is written."""
    key = drug_key(name)
    if any(drug_key(product.name) == key for product in Product.objects.filter(drug=drug)):
        raise ProductTakenError
    with recording(by=by, at=at) as record:
        product = Product.objects.create(drug=drug, name=name, route=route, **_unit(by, at))
        _event(record, "added", "product", drug, {"name": name, "route": route})
    return product


def state_value(
    *, about: Drug | Product, new: NewValue, based_on: int | None, entry_key: UUID, by: User, at: datetime
) -> Value:
    """The unit's next revision of a value; it stands in place of a shipped one and says so.

    `based_on` is the row that stood when the form was opened (None: none did); StaleValueError when another does now.
    """
    subject = {"product" if isinstance(about, Product) else "drug": about}
    slot = Value.objects.filter(**subject, what=new.what, condition=new.condition, origin=Origin.UNIT)
    revision = 1 + slot.count()  # counted before it is looked what stands: who comes later finds it taken
    before = standing_value(about, new.what, new.condition)
    if find_entry(Value, entry_key) is None and (before.pk if before else None) != based_on:
        raise StaleValueError(before)
    row = Value(**subject, **vars(new), revision=revision, entry_key=entry_key, **_unit(by, at))
    try:
        with recording(by=by, at=at) as record:
            stored, created = insert_once(row)
            if created:
                _event(record, "stated", "drug value", _drug_of(about), _told(row), before=_told(before))
    except IntegrityError:
        raise StaleValueError(standing_value(about, new.what, new.condition)) from None
    return stored


def retire(
    *, row: Drug | Name | Product | Value, is_retired: bool, reason: str, entry_key: UUID, by: User, at: datetime
) -> Retirement:
    """Take a row out of use, or use it again. It stays visible."""
    subject = row._meta.model_name or ""
    retirement = Retirement(
        **{subject: row}, retired=is_retired, reason=reason, entry_key=entry_key, recorded_by=by, recorded_at=at
    )
    with recording(by=by, at=at) as record:
        stored, created = insert_once(retirement)
        if created:
            action = "retired" if is_retired else "used again"
            after = {"reason": reason, **(_told(row) if isinstance(row, Value) else {"name": row.name})}
            _event(record, action, subject, _drug_of(row), after)
    return stored


def standing_value(about: Drug | Product, what: str, condition: str) -> Value | None:
    """The value that holds for one thing said."""
    rows = Value.objects.filter(what=what, condition=condition)
    rows = rows.filter(product=about) if isinstance(about, Product) else rows.filter(drug=about)
    return next(iter(standing_values(rows, retired())), None)


def _refuse_taken(name: str) -> None:
    taken = find_drug(name)
    if taken is not None:
        raise NameTakenError(taken)


def _drug_of(row: Drug | Name | Product | Value) -> Drug:
    if isinstance(row, Drug):
        return row
    if isinstance(row, Value) and row.product is not None:
        return row.product.drug
    drug: Drug | None = row.drug
    assert drug is not None  # noqa: S101 - a value is of a drug or of a product (constraint)
    return drug


def _told(value: Value | None) -> dict[str, Any]:
    if value is None:
        return {}
    names = (
        "what",
        "condition",
        "established",
        "stated",
        "unit",
        "source",
        "mark",
        "reviewed_on",
        "origin",
        "revision",
    )
    product = {"product": value.product.name} if value.product else {}
    return product | {name: getattr(value, name) for name in names}


def _unit(by: User, at: datetime) -> dict[str, Any]:
    return {"origin": Origin.UNIT, "added_by": by, "added_at": at}


def _event(
    record: Recorder,
    action: str,
    subject: str,
    drug: Drug,
    after: dict[str, Any],
    *,
    before: dict[str, Any] | None = None,
) -> None:
    record.event(action, subject=subject, subject_code=drug.name_key, before=before, after=after)
