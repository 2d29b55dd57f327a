"""The linter itself: each rule is caught, and text as it should be is left alone."""

import pytest

from desens.numbers.quantity import Quantity
from tests.number_linter import ONLY_ON_PAGES, RULES, lint, visible_text

CAUGHT = {
    "trailing zero": ["1.0", "0.50\u00a0mg", "dose 2.0.", "(10.10)", "mg/1.0\u00a0mL"],
    "no leading zero": [".5", "dose .25\u00a0mg"],
    "comma in a number": ["1,200", "0,5\u00a0mg", "1,200,300"],
    "thousands not grouped": ["1200\u00a0mg", "12500 mL", "1.2\u00a0mg/1000\u00a0mL", "1107.2\u00a0mg"],
    "grouped by another sign": ["1\u00a0200\u00a0mg", "1'200\u00a0mg", "1\u2009200.5\u00a0mL/h"],
    "grouped by a space": ["1 200\u00a0mg", "12 500 mL"],
    "unit not spelled": ["5 U", "700\u00a0IU", "10 ug", "3 cc", "5 uL", "5 units, 10 IU/mL"],
    "Greek letter": ["5 µg", "5\u00a0μg/L", "µL"],
    "unit in the wrong case": ["11.4\u00a0MG/L", "5 ml", "0.2 mg/ml", "5 UNITS"],
    "error-prone abbreviation": ["QD", "q.d.", "5 @ 20", "every day @ 8"],
    "no space before the unit": ["5mg", "2.5mL/h", "88%", "15min", "1\u202f200mg", "36.6°C"],
    "unit may break off": ["5 mg", "2.5 mL/h", "88 %", "1\u202f200 mg", "64 y"],
    "bare < or >": ["< 1", "SpO2 <90\u00a0%", "a > b"],
    "date not ISO": ["20/11/2026", "11/20/26", "20.11.2026", "20-11-2026"],
    "date with other signs": ["2026/11/20", "2026.1.2"],
    "month by name": ["Nov. 20, 2026", "20 November 2026", "May 3"],
    "time not 24 h": ["2:05 p.m.", "9:30 AM", "9pm"],
    "hour of one digit": ["at 9:05"],
    "a fraction": ["1/3", "dose 1365/8\u00a0mg"],
    "a value of the program": ["Decimal('1')", "Fraction(1, 3)", "%(dose)s", "{{ dose }}", "datetime.date(2026)"],
    "float noise": ["0.30000000000000004", "1.1999999999998"],
    "too many digits": ["0.1234567890123", "174.123456789012"],
    "an exponent": ["1e-05", "2.5E+3", "1.5e3"],
}  # fmt: skip

CLEAN = [
    "0.5\u00a0mg", "1\u202f200\u00a0mg", "1\u202f107.2\u00a0mg", "0.0048\u00a0mg/mL", "1.2\u00a0mg/250\u00a0mL",
    "5\u00a0units", "2026-11-20", "2026-11-20 14:05", "1962-04-03 (64\u00a0y) M", "14:05", "00:00", "14:05:30",
    "2026-11-20 02:30 +01:00", "No 123456", "No 00012345", "+34 912 345 678", "912-345-678", "(555) 123-4567",
    "ext. 4021", "112", "engine 1.0.0", "version 1.2.0 of 2026-11-02", "v3 · 7f3a·91c2 · valid", "12cc·5U00",
    "3f2a9c1e" * 8, "K7MG-2H5U", "page 1 of 2", "16 steps, 4 bags", "1:100 of the total dose", "dilution 1:10",
    "130/70\u00a0mmHg", "Brown 3", "24\u00a0h", "SpO2 88\u00a0%", "B12", "COVID-19",
    "J Allergy Clin Immunol 2008;122:574-80", "doi 10.1080/02770903.2020.1", "A4", "Step -> bag", "127.0.0.1:8000",
    "nurse1@hospital.example", "/patients/4/7", "sum = target, residual 0", "May be given", "Premedication 1 of 3.",
    "1,3-butadiene", "0", "5", "-5\u00a0°C",
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in CAUGHT.items() for text in texts])
def test_each_rule_is_caught(rule: str, text: str) -> None:
    assert rule in [finding.split(":")[0] for finding in lint(text)]


def test_every_rule_has_its_examples() -> None:
    assert CAUGHT.keys() == RULES.keys()


@pytest.mark.parametrize("text", CLEAN)
def test_text_as_it_should_be_is_left_alone(text: str) -> None:
    assert lint(text) == []


@pytest.mark.parametrize("rule", sorted(ONLY_ON_PAGES))
def test_a_pdf_is_not_judged_by_its_spaces(rule: str) -> None:
    assert [finding for text in CAUGHT[rule] for finding in lint(text, printed=True) if finding.startswith(rule)] == []


def test_a_finding_shows_its_surroundings() -> None:
    assert lint("the patient received 1.0\u00a0mg in all") == ["trailing zero: 'he patient received 1.0\\xa0mg in all'"]


def test_a_page_is_read_as_a_person_sees_it() -> None:
    html = """<html><head><title>Step 1</title><style>p {width: 5%}</style></head><body>
      <p>Give <b>5</b> mg
      now</p><table><tr><td>12</td><td>345</td></tr></table>
      <input placeholder="in mg" value="1.0" title="typed"><script>let x = 1.0;</script>
      <br>1&nbsp;&lt;&nbsp;2</body></html>"""
    assert visible_text(html).split("\n") == [
        "Step 1",
        "Give 5 mg now",
        "12",
        "345",
        "in mg",
        "typed",
        "1\u00a0<\u00a02",
    ]


def test_a_number_and_its_unit_in_two_elements_are_judged_together() -> None:
    assert lint(visible_text("<span>5</span> <abbr>mg</abbr>")) == ["unit may break off: '5 mg'"]
    assert lint(visible_text(f"<b>{Quantity.of(5, 'mg')}</b>")) == []
