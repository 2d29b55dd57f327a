"""A template as a file: the library's own format, or a specification of contracts.md 1."""

from protocols.engine import FixedProtocol, ProtocolTemplate, apply_template
from protocols.engine.applying import published_choices
from protocols.models import Template
from protocols.selectors import entry_content
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.writing import specification_content
from protocols.unit_templates.yaml_text import yaml_text


def library_file(row: Template) -> str:
    """The whole content; imported, it is the same content again."""
    return yaml_text(content_of(row))


def specification_file(row: Template) -> str | None:
    """The specification for the first drug as published; None for what is not one specification."""
    entry = entry_content(row)
    if isinstance(entry, ProtocolTemplate):
        return yaml_text(specification_content(apply_template(entry, published_choices(entry, entry.drugs[0]))))
    if not isinstance(entry, FixedProtocol) or len(entry.specifications) != 1:
        return None
    stated = content_of(row)["specification"]
    return yaml_text(stated[0] if isinstance(stated, list) else stated)
