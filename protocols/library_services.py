"""Loading the published protocols (protocols/library/*.yaml) into rows."""

from datetime import datetime
from pathlib import Path

from desens.audit.recording import Recorder, recording
from desens.numbers.files import load_file
from protocols.engine import canonical, read_entry
from protocols.models import Template

FOLDER = Path(__file__).parent / "library"


class ChangedRevisionError(Exception):
    """A library file changed without a new revision."""


def load_templates(*, by: str, at: datetime, folder: Path = FOLDER) -> int:
    """Add every template revision that is not there yet; how many were added."""
    files = [(path.stem, load_file(path)) for path in sorted(folder.glob("*.yaml"))]
    with recording(by=by, at=at) as record:
        return sum(_load(slug, data, record) for slug, data in files)


def _load(slug: str, data: dict[str, object], record: Recorder) -> bool:
    template, content = read_entry(data, slug=slug), canonical(data)
    held = Template.objects.filter(slug=slug, revision=template.revision).first()
    if held is not None:
        if held.content != content:
            raise ChangedRevisionError(f"{slug}.yaml changed without a new revision")
        return False
    Template.objects.create(
        slug=slug, revision=template.revision, title=template.title, content=content, loaded_at=record.at
    )
    record.event(
        "loaded", subject="template", subject_code=f"{slug}/{template.revision}", after={"title": template.title}
    )
    return True
