"""What the database refuses."""

from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone


def refused(make) -> bool:
    try:
        with transaction.atomic():
            make()
    except IntegrityError:
        return True
    return False


def said(by):
    return {"entry_key": uuid4(), "by": by, "at": timezone.now()}
