"""The first page walks an index and stops: no plan sorts or reads all procedures."""

import pytest
from django.db import connection

from review.department.paging import ORDERS, page_of
from review.department.wanted import Wanted
from tests.clinic import registered
from tests.review.department.test_paging import fill

pytestmark = [pytest.mark.django_db, pytest.mark.only_on("sqlite")]

WALKED = {
    "latest": "particulars_latest",
    "earliest": "particulars_latest",
    "drug": "procedure_of_drug",
    "recorded": "procedures_procedure",
}
ASKED = [Wanted(), Wanted(outcome="not recorded"), Wanted(grade="3", phenotype="type I"), Wanted(adjuvant="omalizumab")]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("wanted", ASKED, ids=["all", "without outcome", "type I, grade 3", "with omalizumab"])
def test_a_first_page_walks_its_index(order, wanted, nurse, django_assert_max_num_queries):
    fill(100, registered(nurse), nurse)
    with connection.cursor() as cursor, django_assert_max_num_queries(5) as sent:
        cursor.execute("analyze")
        page_of(wanted, order=order)
    keys = next(query["sql"] for query in sent.captured_queries if query["sql"].startswith("SELECT"))
    with connection.cursor() as cursor:
        cursor.execute(f"explain query plan {keys}")
        rows = cursor.fetchall()
    outermost = [text for _id, parent, _unused, text in rows if parent == 0]
    assert WALKED[order] in outermost[0]
    assert not [text for text in outermost if "TEMP B-TREE" in text]
