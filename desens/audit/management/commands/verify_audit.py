"""`verify_audit`: says where the audit chain is broken."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desens.audit import chain
from desens.audit.models import AuditEvent


class Command(BaseCommand):
    """Prints each broken place and exits 1, or the count of events and the last hash, to be kept elsewhere."""

    help = "Verify the hash chain of the audit events."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = chain.verify()
        if broken:
            raise CommandError("\n".join(broken))
        last = AuditEvent.objects.order_by("-pk").first()
        self.stdout.write(
            _("%(count)d events, unbroken. Last hash: %(hash)s")
            % {"count": AuditEvent.objects.count(), "hash": last.hash if last else chain.BEGINNING}
        )
