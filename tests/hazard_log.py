"""docs/safety/hazard_log.md read into values: what each hazard says and which tests it names."""

import re
from dataclasses import dataclass
from pathlib import Path

PLACE = Path("docs") / "safety" / "hazard_log.md"
FIELDS = ("Cause", "Effect", "Initial risk", "Control", "Residual risk", "Status", "Tests")
_HEADING = re.compile(r"^## (H[0-9]+) (.+)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Hazard:
    """One hazard: its number, its title, and the text under each bold name."""

    number: str
    title: str
    fields: dict[str, str]

    @property
    def status(self) -> str:
        """The first word of its status: answered, partly or open."""
        return re.split(r"\W", self.fields.get("Status", ""), maxsplit=1)[0]

    @property
    def tests(self) -> dict[str, str]:
        """Each named test with the database whose run must prove it."""
        named = re.findall(r"`(tests/[^`]+)`( \(PostgreSQL\))?", self.fields.get("Tests", ""))
        return {test: "postgresql" if elsewhere else "sqlite" for test, elsewhere in named}


def read_hazards(log: str) -> tuple[Hazard, ...]:
    """The hazards of a log in their order."""
    parts = _HEADING.split(log)[1:]
    return tuple(
        Hazard(number=number, title=title, fields=_fields(text))
        for number, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    )


def named_tests(root: Path) -> dict[str, str]:
    """Every test that the log of a project names, with its database; none where it has no log."""
    place = root / PLACE
    hazards = read_hazards(place.read_text(encoding="utf-8")) if place.exists() else ()
    return {test: database for hazard in hazards for test, database in sorted(hazard.tests.items())}


def _fields(text: str) -> dict[str, str]:
    parts = re.split(r"^\*\*([A-Za-z ]+)\.\*\*", text, flags=re.MULTILINE)[1:]
    return {name: content.strip() for name, content in zip(parts[::2], parts[1::2], strict=True)}
