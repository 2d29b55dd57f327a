"""The text of a new template from a patient's version: its drug, dose, bags and steps, and nothing of the patient."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from protocols.engine import Specification
from protocols.unit_templates.writing import infused_content
from protocols.unit_templates.yaml_text import yaml_text


def text_of(specification: Specification) -> str:
    """YAML of a library file; ContentError where a figure cannot be written as one."""
    head: dict[str, Any] = {
        "title": _("%(drug)s, %(steps)s, %(bags)s")
        % {
            "drug": specification.drug,
            "steps": _steps(len(specification.steps)),
            "bags": _bags(len(specification.solutions)),
        },
        "citation": _("Own practice of the unit"),
        "mark": "VERIFY",
    }
    return yaml_text(head | infused_content(specification))


def _steps(count: int) -> str:
    return ngettext("%(count)s step", "%(count)s steps", count) % {"count": count}


def _bags(count: int) -> str:
    return ngettext("%(count)s bag", "%(count)s bags", count) % {"count": count}
