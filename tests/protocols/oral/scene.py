"""An allergist types an oral protocol, through the page."""

from django.urls import reverse

from patients.models import Patient
from protocols.models import Version
from protocols.version_document import VersionDocument, read_document
from reactions.models import Assessment
from tests.number_linter import visible_text
from tests.protocols.editor_page import Editor
from tests.reactions.assessing.records import assessment_row
from tests.reactions.recording.entries import recorded

ALECTINIB = "alectinib-case"
PENICILLIN = "penicillin-v-oral-14-dose"


def opened(client, patient: Patient, *, drug: str = "alectinib", template: str = ALECTINIB, **changes: str) -> Editor:
    """The editor of a new oral protocol with drug and template chosen, and computed."""
    editor = Editor(client, reverse("oral_new", args=[patient.code]))
    editor.send(drug=drug, template=template, **{"intended_on": "2026-12-01"} | changes)
    return editor


def saved(number: int = 1) -> VersionDocument:
    """The stored version of that number, of the only protocol."""
    return read_document(Version.objects.get(number=number).document)


def drafted(client, patient: Patient, **chosen: str) -> Version:
    """The first draft of an oral protocol."""
    editor = opened(client, patient, **chosen)
    response = editor.send("save")
    assert response.status_code == 302, editor.html
    return Version.objects.get(protocol__patient=patient, number=1)


def address_of(version: Version, name: str = "version") -> str:
    """One of the pages of a version."""
    protocol = version.protocol
    return reverse(name, args=[protocol.patient.code, protocol.code, version.number])


def assessed(patient: Patient, by, culprit: str = "alectinib", **changes) -> Assessment:
    """A slow desensitization by mouth, decided."""
    slow = {"pace": "slow-oral", "steps": None, "first_bag_dilution": None, "place": ""}
    names = {"culprit": culprit, "culprit_key": culprit}
    return assessment_row(recorded(patient, by), by, **(names | slow | changes))


def codes(document: VersionDocument) -> list[str]:
    """What was found."""
    return [finding.code for finding in document.schedule.findings]


def opened_next(client, version: Version) -> Editor:
    """The editor of the next version."""
    protocol = version.protocol
    return Editor(client, reverse("oral_version_new", args=[protocol.patient.code, protocol.code]))


def plain(html: str) -> str:
    """What a person reads, with plain blanks."""
    return " ".join(visible_text(html).replace("\u202f", " ").replace("\u00a0", " ").split())


def read(response) -> str:
    """What a person reads of an answer."""
    return plain(response.content.decode())
