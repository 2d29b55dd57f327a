"""The second person's check of bags that were made (safety.md H4)."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy

from desens.access.models import User
from desens.audit.recording import recording
from desens.records.once import find_entry, insert_once
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.making.guards import require_makeable
from protocols.making.refusing import refuse_checked
from protocols.making.selectors import signed, standing_made
from protocols.making.services import note
from protocols.models import BagsMade, BagsMeaning, BagsSignature
from protocols.version_document import read_document


class Looked(TextChoices):
    """What the second person looks at."""

    PRODUCTS = "products", gettext_lazy("products, strengths, lots and expiry dates")
    WITHDRAWALS = "withdrawals", gettext_lazy("each withdrawal and addition, read in the syringe")
    BAGS = "bags", gettext_lazy("number, diluent and final volume of each bag")
    LABELS = "labels", gettext_lazy("the label on each bag, against this version")
    CLEAR = "clear", gettext_lazy("each bag clear, whole and tight")


def check_bags(
    *, made: BagsMade, looked: tuple[str, ...], remark: str, entry_key: UUID, by: User, at: datetime
) -> BagsSignature:
    """Another person's check; ArrowRefusedError for who made the bags, for bags checked already or replaced since,
    and where the version may no longer be given.
    """
    row = BagsSignature(
        made=made,
        meaning=BagsMeaning.CHECKED,
        person=by,
        at=at,
        checked=",".join(looked),
        note=remark,
        prepared=signed(made, BagsMeaning.PREPARED),
        entry_key=entry_key,
    )
    try:
        with recording(by=by, at=at) as record:
            _let_pass(row)
            stored, created = insert_once(row)
            if stored.made_id != made.pk or stored.meaning != BagsMeaning.CHECKED:
                raise SuspiciousOperation("an entry key of other bags")
            if created:
                note(record, "checked bags", made, {"checked": row.checked, "remark": remark})
            return stored
    except IntegrityError:
        require_checkable(made, by=by, at=at)
        raise


def _let_pass(row: BagsSignature) -> None:
    """A retry is refused nothing: its first row is what the guard sees."""
    try:
        require_checkable(row.made, by=row.person, at=row.at)
    except ArrowRefusedError:
        if find_entry(BagsSignature, row.entry_key) is None:
            raise


def require_checkable(made: BagsMade, *, by: User, at: datetime) -> None:
    """The bags that count, made by another person, checked by nobody, of a version that may still be given."""
    now = standing_made(made.version)
    if now is None or now.pk != made.pk:
        raise ArrowRefusedError("other-bags")
    refuse_checked(now)
    maker = signed(now, BagsMeaning.PREPARED)
    if maker is None or maker.person_id == by.pk:
        raise ArrowRefusedError("own-bags")
    require_makeable(made.version, read_document(made.version.document), at=at)
