"""How much of a procedure reached the patient: computed where the times allow, else as entered, else why not."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from procedures.models import Procedure
from procedures.recording.standing import Standing
from procedures.replayed import CannotReplay, replayed
from protocols.version_document import VersionDocument, read_document


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """`computed` by the engine from the times, `entered` by a person; `cannot` says why nothing was computed."""

    computed: Quantity | None = None
    entered: Quantity | None = None
    cannot: str = ""

    @property
    def best(self) -> Quantity | None:
        """What is known of it, the computed amount first."""
        return self.computed or self.entered


def delivered_of(procedure: Procedure, stands: Standing) -> Delivered:
    """The amount of a procedure with its version's document."""
    version = procedure.version
    return delivered(read_document(version.document) if version else None, stands)


def delivered(document: VersionDocument | None, stands: Standing) -> Delivered:
    """The amount of what stands; `document` None where an earlier protocol was given."""
    entered = stands.ending.dose if stands.ending else None
    if document is None:
        missing = CannotReplay(missing=_("the schedule of an earlier protocol"))
        return Delivered(entered=entered, cannot=missing.text)
    found = replayed(document, stands.events, stands.ending)
    if isinstance(found, CannotReplay):
        return Delivered(entered=entered, cannot=found.text)
    return Delivered(computed=Quantity.of(found.delivered, found.unit), entered=entered)
