"""What is said of every content of refused.yaml."""

from copy import deepcopy
from functools import partial
from pathlib import Path

from desens.numbers.files import load_file
from protocols.engine import ContentError, read_any, read_entry
from protocols.engine.table import read_table

READERS = {
    "infused": read_any,
    "days": read_any,
    "intervals": read_any,
    "entry": partial(read_entry, slug="example"),
    "table": read_table,
}
LONGEST = 120


def refusals():
    """A line for every fault: the change, and the sentence."""
    lines = []
    for name, part in load_file(Path(__file__).parent / "refused.yaml").items():
        READERS[name](part["base"])
        for fault in part["faults"]:
            content = changed(part["base"], fault)
            lines.append(f"{name} {fault.get('path', '')} {fault['with']}"[:LONGEST] + f"\n    {said(name, content)}")
    return "\n".join(lines) + "\n"


def changed(base, fault):
    """The base with one fault."""
    content = deepcopy(base)
    place = content
    for step in fault.get("path", ()):
        place = place[int(step) if isinstance(place, list) else step]
    for key, value in fault["with"].items():
        place[key] = value
        if value is None:
            del place[key]
    return content


def said(name, content):
    """The sentence of the refusal; it has to be refused."""
    try:
        READERS[name](content)
    except ContentError as error:
        return str(error)
    raise AssertionError(f"not refused: {content}")
