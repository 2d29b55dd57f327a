"""Reading a library file (protocols/library/*.yaml); unknown keys are errors."""

from datetime import date
from fractions import Fraction
from typing import Any

from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.entries import check_together, read_solutions, read_steps
from protocols.engine.fields import Fields
from protocols.engine.specification import DECLARATIONS, Step
from protocols.engine.template import MARKS, Premedication, PrintedTable, ProtocolTemplate, TemplateDrug

_REQUIRED = (
    "title", "revision", "citation", "mark", "drugs", "final_rate_ml_h", "bag_volume_ml", "solutions", "steps",
)  # fmt: skip
_OPTIONAL = ("checked_by", "review_date", "declared", "premedication", "fluids", "errata", "printed", "notes")


def read_template(data: object, *, slug: str) -> ProtocolTemplate:
    """The template in `data`, as loaded; SpecificationError names the key and what was expected."""
    fields = Fields(data, required=_REQUIRED, optional=_OPTIONAL)
    template = ProtocolTemplate(
        slug=slug,
        title=fields.text("title"),
        revision=fields.whole("revision"),
        citation=fields.prose("citation"),
        mark=fields.choice("mark", MARKS),
        checked_by=fields.prose("checked_by"),
        review_date=_date(fields, "review_date") if "review_date" in fields else None,
        drugs=tuple(_drug(entry, where) for where, entry in _entries(fields, "drugs")),
        final_rate_ml_h=fields.figure("final_rate_ml_h"),
        bag_volume_ml=fields.figure("bag_volume_ml"),
        solutions=read_solutions(fields, volume_ml=fields.figure("bag_volume_ml")),
        steps=read_steps(fields),
        declared=fields.words("declared", DECLARATIONS),
        premedication=tuple(_premedication(entry, where) for where, entry in _entries(fields, "premedication")),
        fluids=fields.prose("fluids"),
        errata=_sentences(fields, "errata"),
        printed=_printed(fields.value("printed")) if "printed" in fields else None,
        notes=fields.prose("notes"),
    )
    check_together(template.solutions, template.steps)
    if final_rate(template.steps[-1]) != template.final_rate_ml_h:
        raise fields.error("final_rate_ml_h", "the rate of the last step")
    return template


def final_rate(step: Step) -> Fraction | None:
    """The rate of a step in mL/h, stated or from its volume and minutes."""
    if step.rate_ml_h is None and isinstance(step.volume_ml, Fraction) and step.minutes is not None:
        return step.volume_ml * 60 / step.minutes
    return step.rate_ml_h


def _entries(fields: Fields, key: str) -> list[tuple[str, Any]]:
    """The entries of a list with their places for errors; none where the key is absent."""
    entries = fields.entries(key, most=50) if key in fields else []
    return [(f"{key} entry {position}", entry) for position, entry in enumerate(entries, start=1)]


def _drug(data: object, where: str) -> TemplateDrug:
    fields = Fields(data, where=where, required=("name", "target_dose", "unit"))
    return TemplateDrug(
        name=fields.text("name"),
        target_dose=fields.figure("target_dose"),
        unit=fields.choice("unit", tuple(AMOUNT_UNITS)),
    )


def _premedication(data: object, where: str) -> Premedication:
    fields = Fields(data, where=where, required=("drug",), optional=("dose", "unit", "route", "minutes_before"))
    return Premedication(
        drug=fields.text("drug"),
        dose=fields.figure_if_given("dose"),
        unit=fields.prose("unit"),
        route=fields.prose("route"),
        minutes_before=fields.whole("minutes_before") if "minutes_before" in fields else None,
    )


def _printed(data: object) -> PrintedTable:
    fields = Fields(data, where="printed", required=("columns", "rows"))
    columns = fields.entries("columns", most=20)
    rows = fields.entries("rows", most=200)
    for row in [columns, *rows]:
        if not isinstance(row, list) or len(row) != len(columns) or not all(isinstance(cell, str) for cell in row):
            raise fields.error("rows", f"rows of {len(columns)} figures or words each")
    return PrintedTable(columns=tuple(columns), rows=tuple(tuple(row) for row in rows))


def _sentences(fields: Fields, key: str) -> tuple[str, ...]:
    sentences = fields.value(key) if key in fields else []
    if not isinstance(sentences, list) or not all(isinstance(sentence, str) for sentence in sentences):
        raise fields.error(key, "a list of sentences")
    return tuple(Fields({key: sentence}, required=(key,)).prose(key) for sentence in sentences)


def _date(fields: Fields, key: str) -> date:
    text = fields.text(key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fields.error(key, "a date such as 2026-11-20") from None
