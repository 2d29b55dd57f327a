"""The department as a file: read back, neutralised, noted, in parts, and without identity for who may not see it."""

import csv
import io
import json
import re
from datetime import date
from html import unescape
from zipfile import ZipFile

import openpyxl
import pytest
from django.urls import reverse

from desens.access.models import UserRole
from desens.access.roles import Role
from desens.audit.models import AuditEvent
from procedures.models import Ending
from review.department.export import workbook
from review.department.export.kept import folder
from tests.cast import client_of
from tests.clinic import registered
from tests.queries import queries_of
from tests.review.department.scene import Case, Decided, Dose, Tie, by_whom, decided, dosed, stored
from tests.review.department.test_paging import fill

pytestmark = pytest.mark.django_db
HIDDEN = ("ZURBARÁN", "Zurbarán", "Eulalia", "98765", "1962-04-03", "1962", "met the family")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")']


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path


@pytest.fixture
def filled(allergist):
    """One procedure with everything, one of another person of which little is known."""
    patients = [
        registered(allergist, family_name="Zurbarán", given_name="Eulalia", hospital_number="98765"),
        registered(allergist, hospital_number="55"),
    ]
    row = stored(Case(ties=(Tie(grades=(3,)),), outcomes=()), patients, allergist)
    ended = {"outcome": "stopped", "stopped_by": "clinical", "reason": "met the family", "last_step": 9}
    Ending(procedure=row, number=1, delivered="9.5", delivered_unit="U", **ended, **by_whom(allergist)).save()
    stored(Case(patient=1, drug="paclitaxel", days=(date(2025, 5, 4),), outcomes=()), patients, allergist)
    decided(Decided(), patients, allergist, 1)
    dosed(Dose(), patients, allergist)
    return patients


def made(client, *, kind="csv", query="") -> str:
    """The token of the finished job, as somebody without JavaScript gets it; every page on the way is kept."""
    sent = {"query": query, "kind": kind}
    while True:
        html = client.post(reverse("department_export_part"), sent).content.decode()
        token = re.search(r'name="job" value="([^"]+)"', html)
        if "All rows are written." in html or token is None:
            return unescape(token[1]) if token else ""
        sent = {"job": unescape(token[1])}


def saved(client, **wanted):
    return client.post(reverse("department_export_file"), {"job": made(client, **wanted)})


def csv_rows(client, **wanted) -> list[dict[str, str]]:
    text = b"".join(saved(client, **wanted).streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


def sheet_rows(client, **wanted) -> list[dict[str, object]]:
    content = b"".join(saved(client, kind="xlsx", **wanted).streaming_content)
    head, *rows = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_the_csv_file_reads_back(filled, allergist):
    first, second = csv_rows(client_of(allergist))
    assert first["family name"] == "Zurbarán"
    assert first["birth date"] == "1962-04-03"
    told = {"drug": "oxaliplatin", "date": "2026-03-02", "steps": "12", "bags": "3", "outcome": "stopped"}
    told |= {"last step": "9", "stopped by": "clinical decision", "reason": "met the family"}
    told |= {"dose entered as delivered": "9.5", "unit of the delivered dose": "units", "breakthrough reactions": "1"}
    told |= {"worst Brown grade": "3", "phenotype": "type I (IgE-like)", "adjuvant": "omalizumab"}
    assert {name: first[name] for name in told} == told
    unknown = {"outcome": "not recorded", "phenotype": "not recorded", "adjuvant": "none recorded", "last step": ""}
    unknown |= {"breakthrough reactions": "", "dose entered as delivered": "", "age in years on that day": "63"}
    assert {name: second[name] for name in unknown} == unknown


def test_the_workbook_says_the_same_with_figures_as_figures(filled, allergist):
    client = client_of(allergist)
    figures = {"age in years on that day", "steps", "bags", "last step", "dose entered as delivered"}
    for one, other in zip(csv_rows(client), sheet_rows(client), strict=True):
        assert {name: "" if value is None else str(value) for name, value in other.items()} == one
        assert all(not isinstance(other[name], str) for name in figures)


def test_the_filter_counts_in_the_file_too(filled, allergist):
    rows = csv_rows(client_of(allergist), query="drug=paclitaxel&outcome=not+recorded")
    assert [row["drug"] for row in rows] == ["paclitaxel"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_reviewer_without_identity_gets_none_anywhere(filled, reviewer, kind):
    client = client_of(reviewer)
    pages = [client.get(reverse(name)) for name in ("department", "department_export", "department_counts")]
    begun = client.post(reverse("department_export_part"), {"kind": kind})
    response = saved(client, kind=kind)
    content = b"".join(response.streaming_content)
    if kind == "xlsx":
        with ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    texts = [content.decode(), str(response.headers), *(page.content.decode() for page in (*pages, begun))]
    assert [word for word in HIDDEN for text in texts if word in text] == []
    assert "oxaliplatin" in texts[0]
    assert filled[0].code in texts[0]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_taken_for_a_formula(allergist, formula):
    stored(Case(drug=formula + " drug"), [registered(allergist)], allergist)
    client = client_of(allergist)
    assert csv_rows(client)[0]["drug"] == f"'{formula} drug"
    content = b"".join(saved(client, kind="xlsx").streaming_content)
    (cell,) = [cell for cell in openpyxl.load_workbook(io.BytesIO(content)).active[2] if "drug" in str(cell.value)]
    assert cell.data_type == "s"
    with ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist())


def test_a_file_is_noted_sent_once_and_removed(filled, allergist):
    client = client_of(allergist)
    token = made(client, query="drug=oxaliplatin")
    assert not AuditEvent.objects.filter(action="exported").exists()
    response = client.post(reverse("department_export_file"), {"job": token})
    assert response["Content-Disposition"].startswith('attachment; filename="desens-department-')
    b"".join(response.streaming_content)
    event = AuditEvent.objects.get(action="exported")
    after = {"filter": "drug=oxaliplatin", "rows": 1, "format": "csv", "with_identity": True}
    assert json.loads(event.after) == after
    assert list(folder().iterdir()) == []
    assert client.post(reverse("department_export_file"), {"job": token}).status_code == 302


def test_many_parts_hold_every_row_once_while_rows_are_added(reviewer, nurse, monkeypatch):
    monkeypatch.setattr("review.department.export.reading.PART_KEYS", 7)
    monkeypatch.setattr("review.department.export.making.PART_KEYS", 7)
    patient = registered(nurse)
    fill(20, patient, nurse)
    client = client_of(reviewer)
    first = client.post(reverse("department_export_part"), {"kind": "csv"}).content.decode()
    fill(3, patient, nurse)
    job = unescape(re.search(r'name="job" value="([^"]+)"', first)[1])
    twice = [client.post(reverse("department_export_part"), {"job": job}).content.decode() for _ in range(2)]
    while "All rows are written." not in twice[-1]:
        job = unescape(re.search(r'name="job" value="([^"]+)"', twice[-1])[1])
        twice.append(client.post(reverse("department_export_part"), {"job": job}).content.decode())
    job = unescape(re.search(r'name="job" value="([^"]+)"', twice[-1])[1])
    content = b"".join(client.post(reverse("department_export_file"), {"job": job}).streaming_content).decode()
    codes = [row["procedure"] for row in csv.DictReader(io.StringIO(content))]
    assert len(codes) == len(set(codes)) == 23


@pytest.mark.parametrize("rows", [1, 3])
def test_a_part_costs_the_same_whatever_it_holds(rows, allergist):
    """Session, person, roles; the newest key, the procedures, the endings, the reactions."""
    for _ in range(rows):
        stored(Case(ties=(Tie(),)), [registered(allergist, hospital_number=str(_ + 1))], allergist)
    client = client_of(allergist)
    made(client)
    assert queries_of(lambda: client.post(reverse("department_export_part"), {"kind": "csv"})) == 7


def test_another_persons_job_or_one_with_more_rights_is_refused(filled, allergist, reviewer, identified_reviewer):
    address = reverse("department_export_file")
    assert client_of(reviewer).post(address, {"job": made(client_of(allergist))}).status_code == 302
    token = made(client_of(identified_reviewer))
    UserRole.objects.filter(user=identified_reviewer, role=Role.IDENTITY).delete()
    assert client_of(identified_reviewer).post(address, {"job": token}).status_code == 302
    for forged in ("", "forged", "a:b:c"):
        assert client_of(reviewer).post(address, {"job": forged}).status_code == 302
    moving = client_of(reviewer).post(
        reverse("department_export_part"), {"job": "forged"}, headers={"HX-Request": "true"}
    )
    assert moving["HX-Redirect"] == reverse("department_export")


def test_a_workbook_has_its_limit_and_says_so(filled, allergist, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    monkeypatch.setattr("review.department.export.views.MOST_ROWS", 1)
    client = client_of(allergist)
    html = client.post(reverse("department_export_part"), {"kind": "xlsx"}).content.decode()
    assert "A workbook holds 1 rows at most here" in html
    assert len(csv_rows(client)) == 2


def test_a_wrong_filter_exports_nothing(filled, allergist):
    client = client_of(allergist)
    assert "Nothing is exported" in client.get(reverse("department_export"), {"since": "x"}).content.decode()
    assert client.post(reverse("department_export_part"), {"query": "since=x"}).status_code == 302


@pytest.mark.parametrize("name", ["department_export", "department_export_part", "department_export_file"])
def test_who_may_not_export_gets_nothing(name, nurse, pharmacist, administrator, outsider):
    for user in (nurse, pharmacist, administrator, outsider):
        assert client_of(user).get(reverse(name)).status_code == 403
        assert client_of(user).post(reverse(name)).status_code == 403
