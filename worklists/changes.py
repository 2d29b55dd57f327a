"""Whether anything may have changed since a page was drawn: cheap to ask every few seconds."""

import hashlib
from dataclasses import dataclass

from desens.audit.models import AuditEvent
from worklists.asked import Asked

TEN_MINUTES_S = 600


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a page has drawn: `mark` of the moment it read the rows, `digest` of what it showed of them."""

    mark: str
    digest: str

    def __str__(self) -> str:
        return f"{self.mark}.{self.digest}"


def mark_of(asked: Asked) -> str:
    """Changes with every change of a record and every ten minutes, as some lists depend on the clock. One query.

    Every change writes its audit event in its own transaction, and the chain's lock lets them in one after another:
    while the last event is the same, so is every row. Read it before the rows.
    """
    last = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first()
    return f"{last or 0}-{asked.on.isoformat()}-{int(asked.at.timestamp()) // TEN_MINUTES_S}"


def seen_of(mark: str, html: str) -> Seen:
    """What a page that shows this text has drawn."""
    return Seen(mark=mark, digest=hashlib.sha256(html.encode()).hexdigest()[:16])


def read_seen(text: str) -> Seen:
    """What the page sends back of it; of anything else a page that has drawn nothing."""
    mark, _, digest = text.partition(".")
    return Seen(mark=mark, digest=digest)
