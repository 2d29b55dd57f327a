"""The list by pages: complete and without doubles, in each order, while rows are added and corrected."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from procedures.models import Particulars, Procedure
from review.department.paging import ORDERS, PAGE_ROWS, page_of
from review.department.wanted import Wanted
from tests.cast import client_of
from tests.clinic import libraries, registered
from tests.queries import queries_of
from tests.review.department.scene import Case, Decided, Dose, Tie, by_whom, decided, dosed, stored

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
DRUGS = ["oxaliplatin", "paclitaxel", "carboplatin"]


def fill(number, patient, by):
    """Procedures of seven days and three drugs, written straight to the database."""
    rows = Procedure.objects.bulk_create(
        Procedure(
            patient=patient,
            code=uuid4().hex[:12],
            culprit=DRUGS[place % 3],
            culprit_key=DRUGS[place % 3],
            digest="0" * 64,
            **by_whom(by),
        )
        for place in range(number)
    )
    Particulars.objects.bulk_create(
        Particulars(procedure=row, day=DAY + timedelta(days=place % 7), day_precision="day", **by_whom(by))
        for place, row in enumerate(rows)
    )


def all_pages(order, between=lambda: None):
    """The procedures of all pages; `between` happens after each page."""
    seen, after = [], ""
    while True:
        page = page_of(Wanted(), order=order, after=after)
        seen += [row.procedure_id for row in page.rows]
        after = page.next_after
        if not after:
            return seen
        between()


@pytest.mark.parametrize("order", ORDERS)
def test_pages_follow_without_a_gap_and_without_doubles_while_rows_are_added(order, nurse):
    patient = registered(nurse)
    fill(2 * PAGE_ROWS + 3, patient, nurse)
    there = set(Procedure.objects.values_list("pk", flat=True))
    seen = all_pages(order, between=lambda: fill(5, patient, nurse))
    assert len(seen) == len(set(seen))
    assert there <= set(seen)


@pytest.mark.parametrize("order", ORDERS)
def test_rows_come_in_their_order(order, nurse):
    fill(2 * PAGE_ROWS, registered(nurse), nurse)
    rows = {row.procedure_id: row for row in Particulars.objects.select_related("procedure")}
    keys = {
        "latest": lambda row: (-row.day.toordinal(), -row.pk),
        "earliest": lambda row: (row.day, row.pk),
        "drug": lambda row: (row.procedure.culprit_key, -row.procedure_id),
        "recorded": lambda row: -row.procedure_id,
    }
    assert all_pages(order) == sorted(rows, key=lambda pk: keys[order](rows[pk]))


def test_a_row_that_was_corrected_meanwhile_still_marks_where_the_next_page_begins(nurse):
    fill(PAGE_ROWS + 4, registered(nurse), nurse)
    first = page_of(Wanted())
    last = first.rows[-1]
    Particulars(
        procedure=last.procedure, number=2, day=DAY - timedelta(days=300), day_precision="day", **by_whom(nurse)
    ).save()
    second = page_of(Wanted(), after=first.next_after)
    others = {row.procedure_id for row in first.rows[:-1]}
    assert not others & {row.procedure_id for row in second.rows}
    assert len(second.rows) == 5


@pytest.mark.parametrize("after", ["nobody", "0" * 36, str(UUID(int=0)), "\0", "x" * 5000])
def test_a_mark_that_names_no_row_is_the_first_page(after, reviewer):
    assert client_of(reviewer).get(reverse("department"), {"after": after}).status_code == 200


@pytest.mark.parametrize(
    ("rows", "query"), [(1, {}), (3, {}), (1, {"drug": "oxaliplatin"}), (3, {"drug": "oxaliplatin"})]
)
def test_the_page_costs_the_same_whatever_it_shows(rows, query, allergist):
    """Session, person, roles; the drug's names two; the list two, the counts two."""
    libraries()
    patients = [registered(allergist)]
    for number in range(rows):
        stored(Case(days=(DAY + timedelta(days=number),), ties=(Tie(), Tie(grades=()))), patients, allergist)
        decided(Decided(), patients, allergist, number + 1)
        dosed(Dose(), patients, allergist)
    client = client_of(allergist)
    client.get(reverse("department"), query)
    assert queries_of(lambda: client.get(reverse("department"), query)) == (9 if query else 7)


def test_the_next_page_costs_one_more_for_its_mark(reviewer, nurse):
    fill(2 * PAGE_ROWS, registered(nurse), nurse)
    client = client_of(reviewer)
    query = {"after": page_of(Wanted()).next_after}
    client.get(reverse("department"), query)
    assert queries_of(lambda: client.get(reverse("department"), query)) == 6
