"""The library's pages: listed, filtered, each entry with schedule, source, mark, state and misprints."""

from shutil import copy

import pytest
from django.urls import reverse
from django.utils import timezone

from protocols.library_services import FOLDER, load_templates
from protocols.models import Template
from tests.clinic import libraries
from tests.number_linter import lint, visible_text

pytestmark = pytest.mark.django_db
SLUGS = {
    "infused": "ceftazidime-12-step",
    "days": "alectinib-case",
    "doses": "penicillin-v-oral-14-dose",
    "unfinished": "imatinib-nanograms",
}


@pytest.fixture
def client(nurse, as_user):
    libraries()
    return as_user(nurse)


def listed(client, **query):
    """The titles on the list, or None where it shows no list."""
    page = client.get(reverse("template_list"), query).content.decode()
    return {row.slug for row in Template.objects.all() if f'href="{reverse("template", args=[row.slug])}"' in page}


def page_of(client, slug):
    return client.get(reverse("template", args=[slug])).content.decode()


def test_the_list_holds_every_entry_with_its_source_and_state(client):
    page = client.get(reverse("template_list")).content.decode()
    assert len(listed(client)) == Template.objects.count()
    text = visible_text(page)
    for part in (
        "Castells M. Curr Opin",
        "14 doses",
        "5 phases",
        "16 steps",
        "by mouth",
        "1 known misprint",
        "any drug",
    ):
        assert part in text
    assert "parts are not from the source" in text
    assert lint(text) == []


@pytest.mark.parametrize(
    ("query", "there", "away"),
    [
        ({"drug": "ceftazidime"}, {"ceftazidime-12-step", "ceftazidime-tenfold"}, "carboplatin-12-step"),
        ({"drug": "co-trimoxazole"}, {"co-trimoxazole-6-day", "co-trimoxazole-6-step-hourly"}, "aspirin-6-dose"),
        ({"drug": "any"}, {"generic-12-step", "one-solution-6-step"}, "ceftazidime-12-step"),
        ({"route": "subcutaneous"}, {"insulin-glargine-subcutaneous"}, "aspirin-6-dose"),
        ({"route": "oral", "drug": "alectinib", "steps": "7"}, {"alectinib-kimura"}, "alectinib-case"),
        ({"steps": "14"}, {"penicillin-v-oral-14-dose"}, "ceftazidime-12-step"),
        ({"mark": "VERIFY"}, {"atezolizumab-bevacizumab-12-step"}, "atezolizumab-bevacizumab-16-step"),
        ({"state": "incomplete"}, {"imatinib-nanograms"}, "aspirin-6-dose"),
        (
            {"state": "assumed", "route": "intravenous"},
            {"ampicillin-18-dose", "atezolizumab-bevacizumab-12-step"},
            "ceftazidime-12-step",
        ),
        ({"state": "misprinted"}, {"alemtuzumab-modified-12-step", "ceftazidime-12-step"}, "aspirin-6-dose"),
    ],
)
def test_the_filter(client, query, there, away):
    found = listed(client, **query)
    assert there <= found
    assert away not in found


def test_the_list_is_in_order_of_name_and_size(client):
    text = visible_text(client.get(reverse("template_list")).content.decode())
    sizes = [text.index(f"Generic, {steps} steps") for steps in (4, 8, 12, 16, 20)]
    assert sizes == sorted(sizes)


def test_a_filter_that_finds_nothing_or_is_not_understood_says_so(client):
    page = client.get(reverse("template_list"), {"route": "subcutaneous", "drug": "alectinib"}).content.decode()
    assert "No such protocol" in page
    page = client.get(reverse("template_list"), {"drug": "no such drug"}).content.decode()
    assert "correct the filter first" in page
    assert listed(client, drug="no such drug") == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_a_fixed_number_of_queries(nurse, as_user, tmp_path, rows, django_assert_num_queries):
    for path in sorted(FOLDER.glob("*.yaml"))[:rows]:
        copy(path, tmp_path)
    load_templates(by="test", at=timezone.now(), folder=tmp_path)
    client = as_user(nurse)
    client.get(reverse("template_list"))
    assert Template.objects.count() == rows
    with django_assert_num_queries(7):  # session, person, roles, revisions, templates, readings, retirements
        client.get(reverse("template_list"))


@pytest.mark.parametrize("slug", SLUGS.values(), ids=SLUGS)
def test_an_entry_costs_a_fixed_number_of_queries(client, slug, django_assert_num_queries):
    page_of(client, slug)
    with django_assert_num_queries(7):  # session, person, roles, template, readings, retirements, sign-offs
        page_of(client, slug)


def test_every_entry_is_shown_with_its_figures_well_written(client):
    pages = {row.slug: visible_text(page_of(client, row.slug)) for row in Template.objects.all()}
    faults = [f"{slug}: {fault}" for slug, text in pages.items() for fault in lint(text)]
    assert faults == []


def test_an_infused_entry_shows_steps_bags_print_and_misprints(client):
    text = visible_text(page_of(client, SLUGS["infused"]))
    for part in (
        "1\u202f845.4",
        "1845.362",
        "1984.26",
        "Known misprints",
        "bag 3",
        "labelled 2\u00a0g",
        "As printed",
    ):
        assert part in text
    assert "read in a copy of the source" in text


def test_a_misprint_stands_at_its_cell_beside_what_is_computed(client):
    page = page_of(client, "alemtuzumab-modified-12-step")
    assert page.count("cell-wrong") == 23
    assert "<del>rate, mL/min</del>" in page
    assert "<del>0.137</del>" in page


def test_both_drugs_of_an_entry_have_their_schedule(client):
    text = visible_text(page_of(client, "atezolizumab-bevacizumab-16-step"))
    assert "As published: atezolizumab" in text
    assert "As published: bevacizumab" in text


def test_an_infused_entry_has_one_figure_and_others_have_none(client):
    for slug, figures in (("infused", 1), ("days", 0), ("doses", 0), ("unfinished", 0)):
        assert page_of(client, SLUGS[slug]).count('id="figure-head"') == figures
    assert page_of(client, "atezolizumab-bevacizumab-16-step").count('id="figure-head"') == 1


def test_an_oral_entry_is_a_calendar(client):
    text = visible_text(page_of(client, SLUGS["days"]))
    for part in ("Morning", "Evening", "24 and on", "3 of 150\u00a0mg; 4 of 150\u00a0mg", "goes on"):
        assert part in text
    assert "Noon" not in text
    assert "each time: must be compounded" in visible_text(page_of(client, "alectinib-kimura"))
    assert "Made of\n1\n" in visible_text(page_of(client, "allopurinol-30-day"))


def test_single_doses_show_solution_and_volume_where_they_are_measured(client):
    measured = visible_text(page_of(client, SLUGS["doses"]))
    assert "811.9375" in measured
    assert "Volume, mL" in measured
    alone = visible_text(page_of(client, "insulin-glargine-subcutaneous"))
    assert "Volume, mL" not in alone
    assert "under the skin" in alone


def test_an_unfinished_entry_says_what_is_missing(client):
    text = visible_text(page_of(client, SLUGS["unfinished"]))
    assert "The doses between and the last one would be needed." in text
    assert "figures give no schedule" in text
    assert "As published" not in text


def test_what_is_not_from_the_source_is_to_be_verified(client):
    text = visible_text(page_of(client, "aspirin-6-dose"))
    assert "Not from the source" in text
    assert "To be verified against the source." in text


def test_nobody_outside_reads_the_library(client, outsider, as_user):
    assert as_user(outsider).get(reverse("template_list")).status_code == 403
    assert as_user(outsider).get(reverse("template", args=[SLUGS["days"]])).status_code == 403
