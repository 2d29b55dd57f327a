"""From the text of a file to the content of a template: a library file, or a specification of contracts.md 1."""

from dataclasses import dataclass
from typing import Any

from desens.numbers.files import load_text
from protocols.engine import ContentError, Specification, read_any
from protocols.unit_templates.writing import infused_content

#: Of an imported file, and of what is typed.
MOST_BYTES = 256_000
#: Only a specification has these at its top.
_OF_SPECIFICATION = frozenset({"route", "target_dose"})
_FOR_EACH_PATIENT = ("line", "pump")


@dataclass(frozen=True, kw_only=True)
class ReadText:
    """The mapping of a library file; `left_out` names what a specification held that is chosen for each patient."""

    content: dict[str, Any]
    left_out: tuple[str, ...] = ()


def read_content(text: str, *, file: str) -> ReadText:
    """The content in the text; the file's name decides between JSON and YAML.

    FileError or ContentError says where and what was expected. A specification has no title and no citation: they
    come from the form.
    """
    data = load_text(text, file=file)
    if not isinstance(data, dict):
        raise ContentError(key="(content)", expected="a mapping: the keys of a library file or of a specification")
    if not _OF_SPECIFICATION & data.keys():
        return ReadText(content=data)
    specification = read_any(data)
    if not isinstance(specification, Specification):
        return ReadText(content={"specification": data})
    left_out = tuple(name for name in _FOR_EACH_PATIENT if name in data)
    return ReadText(content=infused_content(specification), left_out=left_out)
