"""Tables as a paper prints them: a schedule rounded half up to so many decimals, and one figure of it changed."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from desens.numbers.write import plain_text
from protocols.engine import compute
from protocols.engine.table import RULES, check, explain, read_table

ALL = ["step", "solution", "rate", "minutes", "volume_ml", "dose", "cumulative_dose"]


def rounded(value, decimals, *, setting=False):
    """The figure as printed with so many decimals; a whole setting without."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        whole = setting and value.denominator == 1
        return f"{exact.quantize(Decimal(1).scaleb(0 if whole else -decimals), rounding=ROUND_HALF_UP):f}"


def printed(specification, *, decimals=6, columns=ALL, **stated):
    """The schedule as a table: settings, volumes and doses to `decimals`, the bags exactly."""
    schedule = compute(specification)
    rows = []
    for step in schedule.steps[: len(specification.steps)]:  # an end flush is no printed row
        figures = {
            "step": str(step.number),
            "solution": str(step.solution),
            "rate": rounded(step.rate_ml_h, decimals, setting=True),
            "minutes": rounded(step.minutes, decimals, setting=True),
            "volume_ml": rounded(step.volume_ml, decimals),
            "dose": rounded(step.dose, decimals + 3),
            "cumulative_dose": rounded(step.cumulative_dose, decimals + 3),
            "dose_per_min": rounded(step.dose / step.minutes, decimals + 5),
            "fold_increase": None if step.fold_increase is None else rounded(step.fold_increase, 2),
        }
        rows.append([figures[column] for column in columns])
    bags = [
        {
            "number": str(bag.number),
            "volume_ml": plain_text(bag.volume_ml),
            "concentration": plain_text(bag.concentration),
        }
        for bag in schedule.solutions
    ]
    return {
        "unit": schedule.unit,
        "columns": list(columns),
        "rows": rows,
        "target_dose": plain_text(schedule.target_dose),
        "solutions": bags,
        "total_minutes": rounded(sum(step.minutes for step in schedule.steps[: len(rows)]), decimals),
    } | stated


def with_cell(data, row, column, text):
    """The table with another figure in one cell; `row` counts from 1."""
    rows = [list(cells) for cells in data["rows"]]
    rows[row - 1][data["columns"].index(column)] = text
    return data | {"rows": rows}


def cell(data, row, column):
    """What is printed there."""
    return data["rows"][row - 1][data["columns"].index(column)]


def found(data):
    """The findings, each as (row or bag, column, printed, expected, rule); all of them say what they are about."""
    findings = check(read_table(data)).findings
    for finding in findings:
        assert finding.rule in RULES
        assert finding.printed in explain(finding)
        assert finding.expected in explain(finding)
        if finding.row is not None and finding.column in data["columns"]:
            printed_there = [cells[data["columns"].index(finding.column)] for cells in data["rows"]]
            assert finding.printed in printed_there
    return [
        (finding.where or finding.row, finding.column, finding.printed, finding.expected, finding.rule)
        for finding in findings
    ]


def blamed(data):
    """The places of the findings: (row or bag, column, rule)."""
    return [(place, column, rule) for place, column, _, _, rule in found(data)]


def table(columns, *rows, **stated):
    """A table in mg out of rows written as text."""
    return {"unit": "mg", "columns": columns.split(), "rows": [row.split() for row in rows]} | stated


def bag(number=1, **stated):
    """A stated solution."""
    return {"number": str(number)} | {key: str(value) for key, value in stated.items()}
