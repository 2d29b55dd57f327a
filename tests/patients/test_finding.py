"""Finding patients: any order, no accents, beginnings, numbers, dates; codes only without identity."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from pytest_django.asserts import assertNumQueries

from patients import finding
from patients.models import SearchKey
from patients.selectors import PAGE_ROWS
from tests.clinic import registered

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 11, 20)


@pytest.fixture
def people(nurse):
    """Three patients by the letter that stands for them."""
    return {
        "A": registered(nurse, family_name="Núñez Ibáñez", given_name="Ana María", hospital_number="AB 12/345"),
        "B": registered(nurse, family_name="O'Brien", given_name="Søren", hospital_number="777", birth_date=TODAY),
        "C": registered(nurse, family_name="Nunes", given_name="Anabel", hospital_number="19620403x"),
    }


def found(text, viewer, **more):
    return finding.find_page(text=text, viewer=viewer, on=TODAY, **more)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("nunez ana", "A"),
        ("ANA NÚÑEZ", "A"),
        ("mar ib", "A"),
        ("nun", "CA"),
        ("ana", "AC"),
        ("anab", "C"),
        ("obrien", "B"),
        ("o'br", "B"),
        ("brien soren", "B"),
        ("ab 12", "A"),
        ("ab12345", "A"),
        ("AB 12/3", "A"),
        ("777", "B"),
        ("77", "B"),
        ("1962-04-03", "CA"),
        ("03.04.1962", "CA"),
        ("04/03/1962", "CA"),
        ("20.11.2026", "B"),
        ("19620403", "CA"),
        ("ana 3 4 1962 ib", "A"),
        ("nunez soren", ""),
        ("unez", ""),
        ("1962-04", "C"),
        ("zzz", ""),
    ],
)
def test_who_is_found(people, nurse, text, who):
    names = {patient.code: letter for letter, patient in people.items()}
    letters = [names[row.code] for row in found(text, nurse).patients]
    assert sorted(letters) == sorted(who)
    assert len(letters) == len(set(letters))


def test_the_best_begin(people, nurse):
    rows = found("nun", nurse).patients
    assert [row.family_name for row in rows] == ["NUNES", "NÚÑEZ IBÁÑEZ"]


def test_the_whole_code_is_found(people, nurse):
    assert [row.code for row in found(people["A"].code, nurse).patients] == [people["A"].code]


def test_without_identity_only_codes_are_found(people, reviewer, identified_reviewer):
    code = people["A"].code
    for text in ("nunez", "777", "1962-04-03", "ab12345"):
        assert found(text, reviewer).patients == ()
    row = found(code[:9], reviewer).patients[0]
    assert row.shown_name == f"Patient {code}"
    assert found("nunez", identified_reviewer).patients[0].code == code


def test_a_search_is_posted_and_stands_in_no_address(people, nurse, as_user):
    page = as_user(nurse).post("/patients/", {"find": "nunez"}).content.decode()
    assert "NÚÑEZ IBÁÑEZ" in page
    assert "BRIEN" not in page
    assert "BRIEN" in as_user(nurse).get("/patients/", {"find": "nunez"}).content.decode()


def test_typing_answers_with_the_rows_alone(people, nurse, as_user):
    response = as_user(nurse).post("/patients/", {"find": "nunez"}, headers={"HX-Request": "true"})
    page = response.content.decode()
    assert "NÚÑEZ IBÁÑEZ" in page
    assert "1 patient found." in page
    assert "<html" not in page
    assert response["Vary"].count("HX-Request") == 1


def test_nobody_found_says_what_to_do_and_keeps_what_was_typed(people, nurse, as_user):
    page = as_user(nurse).post("/patients/", {"find": "zzz ñ"}).content.decode()
    assert "Nobody found" in page
    assert 'value="zzz ñ"' in page
    hidden = as_user(nurse).post("/patients/", {"find": "a\u202eb"}).content.decode()
    assert "direction of reading" in hidden


def test_a_search_goes_on_where_the_page_ended(nurse, as_user):
    for number in range(PAGE_ROWS + 3):
        registered(nurse, hospital_number=f"P{number}", family_name=f"Same{number % 3}", given_name="Samuel")
    first = as_user(nurse).post("/patients/", {"find": "sam"}).context["page"]
    second = as_user(nurse).post("/patients/", {"find": "sam", "after": first.next_after}).context["page"]
    codes = [row.code for row in (*first.patients, *second.patients)]
    assert len(codes) == len(set(codes)) == PAGE_ROWS + 3
    assert second.next_after == ""


@pytest.mark.parametrize("after", ["nobody", "9" * 17, "-1", "٣", "\0"])
def test_a_forged_mark_shows_the_first_page(people, nurse, as_user, after):
    assert "NÚÑEZ" in as_user(nurse).post("/patients/", {"find": "nunez", "after": after}).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_a_search_takes_a_literal_number_of_queries(nurse, rows):
    for number in range(rows):
        registered(nurse, hospital_number=f"Q{number}")
    assert nurse.has("see_identity")
    for text in ("nunez", "nunez ana 1962-04-03", "q"):
        with assertNumQueries(1):
            assert len(found(text, nurse).patients) == rows


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("rows", [1, 300])
def test_the_plan_reads_the_index_in_order_whatever_the_number(nurse, rows):
    first = registered(nurse)
    SearchKey.objects.bulk_create(SearchKey(patient=first, key=f"n{row}", name_key="n") for row in range(rows))
    plan = finding._found((("nun",), ("ana",))).order_by("key", "name_key", "patient").explain()
    assert "USING INDEX searchkey_in_order (key>? AND key<?)" in plan or "COVERING INDEX searchkey_in_order" in plan
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.only_on("postgresql")
def test_keys_compare_by_code_point_whatever_the_locale(nurse):
    with connection.cursor() as cursor:
        cursor.execute(
            "select attname, collname from pg_attribute a join pg_collation c on c.oid = a.attcollation"
            " where a.attrelid = 'patients_searchkey'::regclass and attname in ('key', 'name_key')"
        )
        assert dict(cursor.fetchall()) == {"key": "C", "name_key": "C"}


def test_the_migration_gives_earlier_patients_their_keys(people):
    kept = set(SearchKey.objects.values_list("patient", "key", "name_key"))
    SearchKey.objects.all().delete()
    import_module("patients.migrations.0002_keeping").derive_keys(apps, None)
    assert set(SearchKey.objects.values_list("patient", "key", "name_key")) == kept
