"""The text of a copy: what is given stays; what was printed, checked and known of its source does not go along."""

import json
from typing import Any

from django.utils.translation import gettext as _

from protocols.models import Template
from protocols.unit_templates.yaml_text import yaml_text

#: Said of the source's own table, or of who checked that entry: untrue of a copy that is changed.
_OF_THE_SOURCE = frozenset({"printed", "errata", "checked_by", "review_date", "revision"})


def copied_text(row: Template) -> str:
    """YAML of the copy, under a title of its own, to be verified."""
    content = {key: value for key, value in content_of(row).items() if key not in _OF_THE_SOURCE}
    title = _("%(title)s, as we give it") % {"title": row.title}
    return yaml_text(content | {"title": title, "mark": "VERIFY"})


def revision_text(row: Template) -> str:
    """YAML of the whole revision, to be changed into the next."""
    return yaml_text({key: value for key, value in content_of(row).items() if key != "revision"})


def content_of(row: Template) -> dict[str, Any]:
    """The mapping as it was loaded."""
    content: dict[str, Any] = json.loads(row.content)
    return content
