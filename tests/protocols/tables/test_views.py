"""The page: cell by cell, the corrected schedule beside it, errors beside their field with what was typed."""

import html
import re

import pytest
from django.urls import reverse

from tests.cast import client_of
from tests.protocols.tables.pasted import HEAD, ROWS, TYPED

pytestmark = pytest.mark.django_db


def answered(person, **changes):
    response = client_of(person).post(reverse("check_a_table"), TYPED | changes)
    assert response.status_code == 200
    return html.unescape(response.content.decode()).replace("\u00a0", " ")


def cells(page):
    """The table of the page: each cell's text, a wrong one as printed>expected."""
    table = page[page.index("As typed") :].split("</table>")[0]
    rows = [re.findall(r"<td.*?</td>", row) for row in table.split("<tr>")[2:]]
    return [[re.sub(r"<.*?>", "", re.sub(r"<ins>.*?</span>", ">", cell)) for cell in row] for row in rows]


def test_every_wrong_cell_of_the_alemtuzumab_table(nurse):
    shown = cells(answered(nurse))
    assert shown[0] == ["1", "1", "2", "15", "0.5", "0.005", "0.05>0.005"]
    assert shown[4] == ["5", "2", "5>2", "15", "0.5", "0.045>0.0575", "0.45>0.145>0.045"]
    assert shown[11] == ["12", "3", "80>160", "15", "40", "5.48", "12>10.95"]


def test_findings_and_the_schedule_that_was_meant(nurse):
    page = answered(nurse)
    assert "20 findings" in page
    assert "In solution 3 concentration x volume does not give the amount" in page
    assert "Not checked, because figures for it are missing: dilutions can be made from their source." in page
    assert re.search(r'pump-rate"><span>160</span>', page)
    assert "the dose per minute falls to 0.7826 times" in page


def test_a_table_without_strengths_has_no_schedule(nurse):
    page = answered(nurse, bags="")
    assert "Cannot be computed: the strength of every bag" in page


def test_a_schedule_that_cannot_run_says_why(nurse):
    one = {"table": f"{HEAD}\n{ROWS[0]}\n1\t1\t400\t15\t100\t1\t1.005", "bags": "1 10 0.01", "rate_unit": "mL/h"}
    assert "runs dry" in answered(nurse, **one)


def test_a_line_and_what_is_declared(nurse):
    one = {"table": "step minutes rate dose\n1 10 60 0", "bags": "1 10 1", "declared": ["slow"], "rate_unit": "mL/h"}
    page = answered(nurse, **one, primed_with="diluent", dead_volume_ml="10", target_dose="", total_minutes="")
    assert "Nothing contradicts itself" in page


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"table": ""}, "table", "This field is required."),
        ({"table": "1 2 3"}, "table", "Begin with a line"),
        ({"table": "step dose\n1 0,5"}, "table", "expected"),
        ({"table": "step dose\n1 x"}, "table", "In line 1, dose, expected"),
        ({"bags": "1 2 3 4 5 6"}, "bags", "at most 5"),
        ({"bags": "1 -2"}, "bags", "In bag 1, volume_ml, expected a number above zero"),
        ({"bags": "bag mood\n1 2"}, "bags", "No column is called"),
        ({"table": "step;Rate (mL/h)\n1;2"}, "rate_unit", "The head of the table says mL/h."),
        ({"table": "step;Dose (mcg)\n1;2"}, "unit", "The head of the table says mcg."),
        ({"table": "step;Time (h)\n1;2"}, "table", "A head says “h”; expected min."),
        ({"target_dose": "0"}, "target_dose", "above zero"),
        ({"primed_with": "diluent"}, "dead_volume_ml", "State both"),
    ],
)
def test_an_error_stands_beside_its_field_and_what_was_typed_stays(nurse, changes, field, said):
    page = answered(nurse, **changes)
    beside = page[page.index(f'id="div_id_{field}"') :].split('id="div_id_', 2)[1]
    assert said in beside
    assert next(iter(changes.values())).split("\n")[-1] in page


def test_the_page_asks_nothing_of_the_database(nurse, django_assert_num_queries):
    client = client_of(nurse)
    with django_assert_num_queries(6):
        client.get(reverse("check_a_table"))
