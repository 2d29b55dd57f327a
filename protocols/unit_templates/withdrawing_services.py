"""The write that ends a finding signed wrongly with a template."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from desens.records.once import insert_once
from protocols.models import TemplateSignOff, TemplateSignOffWithdrawal
from protocols.unit_templates.refusals import WithdrawnError
from protocols.unit_templates.saying_services import noted


def withdraw_sign_off(
    *, sign_off: TemplateSignOff, reason: str, entry_key: UUID, by: User, at: datetime
) -> TemplateSignOffWithdrawal:
    """It holds for no use any more, of whatever revision; what was saved with it is open anew. WithdrawnError."""
    row = TemplateSignOffWithdrawal(sign_off=sign_off, reason=reason, entry_key=entry_key, by=by, at=at)
    try:
        with recording(by=by, at=at) as record:
            stored, created = insert_once(row)
            if created:
                after = {"drug": sign_off.drug.name, "code": sign_off.code, "places": sign_off.places, "reason": reason}
                noted(record, "withdrew signed finding", sign_off.template, after)
            return stored
    except IntegrityError:
        first = TemplateSignOffWithdrawal.objects.select_related("by").get(sign_off=sign_off)
        raise WithdrawnError(str(first.by)) from None
