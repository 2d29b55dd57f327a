"""`series_table` on the demonstration's data gives the published table, row by row."""

import csv
import io
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from desens.numbers.files import load_file
from procedures.demonstration.cases import load_cases
from procedures.models import AdjuvantDose, Breakthrough, Procedure

pytestmark = pytest.mark.django_db(transaction=True)

#: The table as printed, in our columns: what the paper puts into one cell is diagnosis and regimen here.
PRINTED = load_file(Path(__file__).parent / "published_series.yaml")
COLUMNS = "patient sex age diagnosis regimen culprit_drug severity_brown skin_tests phenotype omalizumab outcome"


def table(**options: str) -> list[dict[str, str]]:
    text = io.StringIO()
    call_command("series_table", stdout=text, **options)
    return list(csv.DictReader(io.StringIO(text.getvalue())))


def without_blanks_after_slash(cell: str) -> str:
    """The paper prints `2 doses/every 4 wk` and `2 doses/ every 4 wk`."""
    return re.sub(r"/\s+", "/", cell)


def test_all_eight_rows_are_as_printed_and_every_desensitization_is_a_record():
    load_cases(at=timezone.now())
    rows = table()
    assert " ".join(rows[0]) == COLUMNS
    of_series = [{name: without_blanks_after_slash(cell) for name, cell in row.items()} for row in rows[:8]]
    for row, printed in zip(of_series, PRINTED, strict=True):
        assert {name: row[name] for name in printed} == {
            name: without_blanks_after_slash(cell) for name, cell in printed.items()
        }
    assert {row["patient"] for row in rows} == set(Procedure.objects.values_list("patient__code", flat=True))
    every_desensitization_is_a_record()
    assert [row["culprit_drug"] for row in table(drug="eloxatin")] == ["Oxaliplatin"] * 4
    assert table(drug="aspirin") == []


def every_desensitization_is_a_record():
    counted = {
        number: Procedure.objects.filter(patient__hospital_number=f"DEMO-1{number}").count() for number in range(1, 9)
    }
    assert counted == {1: 2, 2: 2, 3: 17, 4: 5, 5: 10, 6: 3, 7: 9, 8: 2}
    steps = {
        number: sorted(
            Breakthrough.objects.filter(
                procedure__patient__hospital_number=f"DEMO-1{number}", step__isnull=False
            ).values_list("step", flat=True)
        )
        for number in range(1, 9)
    }
    assert steps == {
        1: [16, 16, 16, 16],
        2: [7, 8],
        3: [],
        4: [15],
        5: [12],
        6: [10, 12, 13, 14, 14, 15, 16],
        7: [11, 12, 13, 14, 14, 16],
        8: [15, 15],
    }
    assert set(AdjuvantDose.objects.values_list("dose", "dose_unit")) == {(300, "mg")}
