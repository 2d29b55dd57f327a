"""What was checked when a version was released, read from the text that was signed."""

import json
from dataclasses import dataclass
from datetime import date

from protocols.engine import AnySchedule
from protocols.models import Release
from protocols.releasing.until import has_passed
from protocols.releasing.wording import ItemLine


@dataclass(frozen=True, kw_only=True)
class ShownRelease:
    """A release with its items in the words that were signed; `passed`: its date has passed."""

    row: Release
    items: tuple[ItemLine, ...]
    passed: bool


def shown_release(release: Release | None, schedule: AnySchedule, *, on: date) -> ShownRelease | None:
    """What templates/protocols/releasing/released.html shows; None before the release."""
    if release is None:
        return None
    checked = json.loads(release.document)["said"]["checked"]
    names = ItemLine.__dataclass_fields__
    items = tuple(ItemLine(**{name: stored.get(name, "") for name in names}) for stored in checked.get("items", ()))
    return ShownRelease(row=release, items=items, passed=has_passed(release, schedule, on=on))
