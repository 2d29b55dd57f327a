"""Home and the pages of one list: for whom, what each line says, at what cost."""

import re
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.access.roles import GRANTS, Permission, Role
from protocols.lifecycle.reopened import reopenings
from protocols.models import Paper, Version
from protocols.papers.keeping import note_print
from protocols.version_document import read_document
from tests.cast import client_of, person
from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.steps import released, signed, verified, voided
from tests.protocols.making.rows import bags_row
from tests.queries import queries_of
from tests.worklists.filled import filled, newer_revision
from tests.worklists.histories import Fate, history
from worklists.asked import Asked
from worklists.lines import version_line
from worklists.lists import LISTS
from worklists.paging import PAGE_ROWS

pytestmark = pytest.mark.django_db

HOME = reverse("home")


@pytest.fixture
def version(allergist) -> Version:
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist)
    return drafted(patient, allergist)


def sections(user, address: str = HOME) -> dict[str, str]:
    """The text of each list of a page, by its name."""
    html = unescape(client_of(user).get(address).content.decode())
    found = re.findall(r'<section class="work-list" aria-labelledby="([^"]+)">(.*?)</section>', html, re.DOTALL)
    return {
        name: re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).replace("\N{NO-BREAK SPACE}", " ")
        for name, body in found
    }


GIVEN = ("given-not-recorded", "without-outcome")
TESTS = ("skin-tests-possible", "skin-tests-unread", "baselines-missing")
ROLE_LISTS = {
    Role.ALLERGIST: ["to-sign", "to-sign-anew", "to-release", "today", *GIVEN, *TESTS],
    Role.NURSE: ["today", *GIVEN],
    Role.PHARMACIST: ["to-verify", "to-prepare", "prepared-today", "today"],
    Role.REVIEWER: [],
    Role.IDENTITY: [],
    Role.ADMINISTRATOR: [],
}


@pytest.mark.parametrize(("role", "names"), ROLE_LISTS.items())
def test_each_role_has_its_lists(role, names):
    assert list(sections(person("somebody", role))) == names


def test_who_has_a_list_may_open_its_page():
    for each in LISTS:
        for grants in GRANTS.values():
            assert each.permission not in grants or Permission.PRINT_SHEET in grants


@pytest.mark.parametrize("each", LISTS, ids=lambda each: each.name)
def test_an_empty_list_says_what_to_do(allergist, each):
    everything = person("everything", Role.ALLERGIST, Role.PHARMACIST)
    assert str(each.empty).replace("\N{NO-BREAK SPACE}", " ") in sections(everything)[each.name]


def test_a_version_walks_from_list_to_list(allergist, pharmacist, nurse, version):
    def where() -> list[str]:
        """The lists that name the drug, of everybody."""
        found = sections(allergist) | sections(pharmacist) | {"nurse's": sections(nurse)["today"]}
        return [name for name, text in found.items() if "atezolizumab" in text]

    assert where() == ["to-sign"]
    signed(version, allergist)
    assert where() == ["to-verify"]
    verified(version, pharmacist)
    assert where() == ["to-release"]
    released(version, allergist, planned_on=timezone.localdate())
    assert where() == ["today", "to-prepare", "nurse's"]
    bags_row(version, pharmacist)
    assert where() == ["today", "prepared-today", "nurse's"]
    voided(version, allergist)
    assert where() == []


def test_the_filled_pages_have_something_on_every_list(allergist, pharmacist):
    filled(allergist, pharmacist)
    everything = person("everything", Role.ALLERGIST, Role.PHARMACIST)
    page = unescape(client_of(everything).get(HOME).content.decode())
    assert not [each.name for each in LISTS if str(each.empty) in page]


def test_a_line_says_who_what_and_since_when(allergist, pharmacist, version):
    signed(version, allergist)
    line = sections(pharmacist)["to-verify"]
    day = timezone.localdate().isoformat()
    for said in (
        "N\u00da\u00d1EZ, Ana",
        "1962-04-03",
        "atezolizumab 1",
        "200 mg",
        "version 1",
        day,
        allergist.full_name,
    ):
        assert said in line


def test_a_line_leads_to_where_it_is_done(allergist, pharmacist, version):
    about = [version.protocol.patient.code, version.protocol.code, version.number]

    def leads(user, page: str) -> bool:
        return f'href="{reverse(page, args=about)}"' in client_of(user).get(HOME).content.decode()

    assert leads(allergist, "version")
    signed(version, allergist)
    assert leads(pharmacist, "version_check")
    verified(version, pharmacist)
    assert leads(allergist, "version_release")
    released(version, allergist, planned_on=timezone.localdate())
    assert leads(pharmacist, "preparation")


def test_who_signed_does_not_verify(version):
    both = person("both", Role.ALLERGIST, Role.PHARMACIST)
    signed(version, both)
    assert "atezolizumab" not in sections(both)["to-verify"]


def test_a_new_revision_of_the_template_asks_for_a_new_version(allergist, pharmacist, version):
    signed(version, allergist)
    newer_revision(version.template)
    assert "atezolizumab" not in sections(pharmacist)["to-verify"]
    assert "The template changed since. Save a new version and sign that." in sections(allergist)["to-sign-anew"]
    assert reopenings(version, read_document(version.document), at=timezone.now())


def test_a_draft_whose_template_changed_says_so(allergist, version):
    newer_revision(version.template)
    assert "The template changed since. Save a new version and sign that." in sections(allergist)["to-sign"]


def test_only_a_sheet_printed_after_the_release_counts(allergist, pharmacist, nurse, version):
    printed = {"version": version, "paper": Paper.NURSING_SHEET, "sha256": "0" * 64, "by": nurse}
    signed(version, allergist)
    verified(version, pharmacist)
    note_print(**printed, at=timezone.now())
    released(version, allergist, planned_on=timezone.localdate())
    note_print(**(printed | {"paper": Paper.PREPARATION_SHEET}), at=timezone.now())
    assert "sheet not printed yet" in sections(nurse)["today"]
    note_print(**printed, at=timezone.now())
    assert "sheet printed" in sections(nurse)["today"]


def test_who_may_not_see_identity_is_shown_codes(allergist, version):
    who = Asked(viewer=person("somebody", Role.REVIEWER), at=timezone.now(), on=timezone.localdate())
    line = version_line(version, who)
    assert line.patient.shown_name == f"Patient {version.protocol.patient.code}"
    assert not any((line.patient.family_name, line.patient.hospital_number, line.patient.birth_date))


def test_a_page_of_a_list_has_fifty_lines_and_the_next_begins_behind(allergist, pharmacist, version):
    for _ in range(PAGE_ROWS + 2):
        history(version, [Fate(reached=1)], prescriber=allergist, verifier=pharmacist)
    first = client_of(pharmacist).get(HOME).content.decode()
    (more,) = re.findall(r'href="([^"]+after=[^"]+)"', first)
    second = client_of(pharmacist).get(more).content.decode()
    links = [re.findall(r'id="to-verify-([0-9a-z]+-1)"', html) for html in (first, second)]
    assert [len(each) for each in links] == [PAGE_ROWS, 2]
    assert not set(links[0]) & set(links[1])
    assert "to-verify-next" in first
    assert "to-verify-next" not in second


@pytest.mark.parametrize("after", ["nobody", "0" * 36, str(UUID(int=0)), "\0", "x" * 5000])
def test_a_mark_that_names_no_row_is_the_first_page(pharmacist, version, after):
    response = client_of(pharmacist).get(reverse("worklist", args=["to-verify"]), {"after": after})
    assert response.status_code == 200


def test_another_roles_list_is_refused_and_an_unknown_one_is_not_found(nurse):
    assert client_of(nurse).get(reverse("worklist", args=["to-sign"])).status_code == 403
    assert client_of(nurse).get(reverse("worklist", args=["to-eat"])).status_code == 404


@pytest.mark.parametrize(("role", "most"), [(Role.ALLERGIST, 16), (Role.NURSE, 11), (Role.PHARMACIST, 12)])
def test_home_costs_the_same_with_one_line_and_with_three(allergist, pharmacist, version, role, most):
    """Session, person, roles, the last audit event; each list one; today's one more for what was printed.

    One finds which templates changed, two the computed doses and the withdrawn
    signatures, here none: test_changed_doses and test_withdrawn count with some.
    """
    client = client_of(person("somebody", role))
    day = timezone.localdate()
    counts = []
    for more in (1, 2):
        for _ in range(more):
            for reached in range(4):
                fate = Fate(reached=reached, planned_on=day)
                rows = history(version, [fate], prescriber=allergist, verifier=pharmacist)
            bags_row(rows[0], pharmacist)
        client.get(HOME)
        counts.append(queries_of(lambda: client.get(HOME)))
    assert counts == [most, most]


def test_a_head_stands_only_over_a_column_that_says_something(allergist, pharmacist):
    filled(allergist, pharmacist)
    lists = sections(allergist)
    assert "Who or where Note" in lists["today"]
    assert "Who or where" not in lists["skin-tests-unread"]
    assert "Note" not in lists["skin-tests-unread"]


def test_where_there_are_no_lists_nothing_is_said_of_their_changes(reviewer):
    assert "Changes appear by themselves" not in client_of(reviewer).get(HOME).content.decode()
