"""On PostgreSQL a page's keys are looked up: no planner's guess makes what is read grow faster than the procedures."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.desensitizations import fill
from benchmarks.lists import fill as fill_patients
from review.department.paging import ORDERS, page_of
from review.department.wanted import Wanted
from worklists.asked import Asked
from worklists.lists import LISTS, shown

pytestmark = [pytest.mark.django_db, pytest.mark.only_on("postgresql")]
FEW, TIMES = 300, 5
ASKED = {
    "all": Wanted(),
    "without outcome": Wanted(outcome="not recorded"),
    "type I, grade 3": Wanted(grade="3", phenotype="type I"),
    "with omalizumab": Wanted(adjuvant="omalizumab"),
    "that nobody graded": Wanted(grade="not graded"),
}


def rows_read(node):
    """Over all nodes of a plan: the rows that came out of its tables, and those that a condition then refused."""
    refused = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Join Filter", 0)
    own = refused + (node["Actual Rows"] if "Relation Name" in node else 0)
    return own * node["Actual Loops"] + sum(rows_read(each) for each in node.get("Plans", ()))


def pages(nurse):
    """By what is shown: the reading of it, whose first query finds the keys of a page."""
    asked = Asked(viewer=nurse, at=timezone.now(), on=timezone.localdate())
    named = {
        f"{what}, {order}": lambda wanted=wanted, order=order: page_of(wanted, order=order)
        for what, wanted in ASKED.items()
        for order in ORDERS
    }
    (without_outcome,) = [each for each in LISTS if each.name == "without-outcome"]
    return named | {"the work list of those without outcome": lambda: shown(without_outcome, asked)}


def reads(nurse):
    """By what is shown: the rows read for the keys of the first page."""
    found = {}
    for name, page in pages(nurse).items():
        with CaptureQueriesContext(connection) as sent:
            page()
        with connection.cursor() as cursor:
            cursor.execute(f"explain (analyze, format json) {sent.captured_queries[0]['sql']}")
            (plans,) = cursor.fetchone()
        found[name] = rows_read(plans[0]["Plan"])
    return found


def test_what_a_first_page_reads_grows_no_faster_than_the_procedures(nurse):
    fill_patients(FEW, by=nurse)
    fill(FEW, by=nurse)
    few = reads(nurse)
    fill_patients(FEW * (TIMES - 1), by=nurse)
    fill(FEW * TIMES, by=nurse)
    many = reads(nurse)
    assert not {each: (few[each], many[each]) for each in many if many[each] > TIMES * few[each]}
