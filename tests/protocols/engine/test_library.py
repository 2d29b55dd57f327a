"""Every library file reads, computes, and reproduces what is printed to its last digit, its errata apart."""

from pathlib import Path

import pytest

from desens.numbers.files import load_file
from protocols.engine import (
    Blocker,
    FixedProtocol,
    ProtocolTemplate,
    UnfinishedProtocol,
    deviations,
    entry_schedules,
    read_entry,
)

LIBRARY = sorted((Path(__file__).parents[3] / "protocols" / "library").glob("*.yaml"))
ENTRIES = {path.stem: read_entry(load_file(path), slug=path.stem) for path in LIBRARY}

#: protocols.md 2, item by item; every item has its files.
ITEMS = {
    1: ["atezolizumab-bevacizumab-16-step", "atezolizumab-bevacizumab-12-step"],
    2: ["alemtuzumab-modified-12-step"],
    3: ["alectinib-case", "alectinib-shirasawa", "alectinib-kimura", "alectinib-anderson"],
    4: ["ceftazidime-12-step"],
    5: ["rituximab-12-step-truncated"],
    6: ["carboplatin-12-step"],
    7: ["generic-04-step", "generic-08-step", "generic-12-step", "generic-16-step", "generic-20-step"],
    8: ["one-solution-6-step"],
    9: ["ceftazidime-tenfold"],
    10: ["carboplatin-4-step-4-hour"],
    11: ["ampicillin-18-dose"],
    12: ["penicillin-v-oral-14-dose"],
    13: ["co-trimoxazole-6-step-hourly"],
    14: ["co-trimoxazole-6-day"],
    15: ["aspirin-6-dose", "aspirin-respiratory-disease"],
    16: ["allopurinol-30-day"],
    17: ["insulin-glargine-subcutaneous"],
    18: ["imatinib-nanograms"],
    19: ["asparaginase-4-hour-bags"],
    20: ["meropenem-continuous"],
}
every_entry = pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)


@pytest.mark.parametrize("item", ITEMS)
def test_every_published_item_has_its_file(item):
    assert set(ITEMS[item]) <= set(ENTRIES)


@every_entry
def test_an_entry_says_where_it_comes_from_and_who_checked_it(entry):
    assert entry.citation
    assert entry.checked_by
    assert entry.review_date is not None


@every_entry
def test_the_printed_table_is_reproduced_to_its_last_digit(entry):
    """Every deviation is a listed erratum, and every erratum still deviates."""
    assert list(deviations(entry)) == [erratum.deviation for erratum in entry.errata]


@every_entry
def test_as_published_nothing_blocks(entry):
    blockers = [
        finding for schedule in entry_schedules(entry) for finding in schedule.findings if isinstance(finding, Blocker)
    ]
    assert blockers == []


@every_entry
def test_figures_are_printed_or_the_entry_says_why_not(entry):
    if entry.printed is None:
        assert isinstance(entry, UnfinishedProtocol) or "prints no table" in entry.notes


def test_every_kind_is_there():
    kinds = {type(entry) for entry in ENTRIES.values()}
    assert kinds == {ProtocolTemplate, FixedProtocol, UnfinishedProtocol}


@pytest.mark.parametrize("slug", ["atezolizumab-bevacizumab-16-step", "atezolizumab-bevacizumab-12-step"])
def test_both_drugs_of_the_case_are_given_in_full(slug):
    entry = ENTRIES[slug]
    assert [schedule.total_dose for schedule in entry_schedules(entry)] == [1200, 600]
    assert [(given.drug, given.minutes_before) for given in entry.premedication] == [
        ("chlorpheniramine", 60),
        ("methylprednisolone", 60),
        ("ondansetron", 60),
    ]


def test_the_sixteen_steps_are_printed_for_both_drugs_without_a_misprint():
    entry = ENTRIES["atezolizumab-bevacizumab-16-step"]
    assert (entry.mark, len(entry.printed.rows), entry.errata) == ("seen", 16, ())
    assert [column for column in entry.printed.columns if "cumulative" in column] == [
        "atezolizumab_cumulative_mg",
        "bevacizumab_cumulative_mg",
    ]


def test_the_misprints_of_the_alemtuzumab_table_are_all_listed():
    deviating = [erratum.deviation for erratum in ENTRIES["alemtuzumab-modified-12-step"].errata]
    rates = [one.where for one in deviating if one.column == "rate_ml_h"]
    assert rates == ["head", *(f"step {number}" for number in range(4, 13))]
    assert {one.where for one in deviating if one.column == "cumulative_mg"} == {
        f"step {number}" for number in (1, 5, 6, 7, 8, 9, 10, 11)
    }
    assert [one.printed for one in deviating if one.column == "concentration_mg_ml"] == ["0.137"]


def test_what_the_source_does_not_state_is_said():
    said = {slug for slug, entry in ENTRIES.items() if entry.assumed}
    assert {"ampicillin-18-dose", "aspirin-6-dose", "carboplatin-12-step"} <= said
    unfinished = ENTRIES["imatinib-nanograms"]
    assert entry_schedules(unfinished) == deviations(unfinished) == ()
    assert "10 ng" in unfinished.missing


def drugs_of(entry):
    """The names under which an entry's drugs are looked for in the drug library."""
    match entry:
        case ProtocolTemplate():
            return [] if entry.any_drug else [drug.name for drug in entry.drugs]
        case FixedProtocol(medicine="co-trimoxazole"):
            return ["co-trimoxazole"]
        case FixedProtocol():
            return [specification.drug for specification in entry.specifications]
    return list(entry.drug_names)


@every_entry
def test_every_drug_stands_in_the_drug_library_by_that_name(entry):
    shipped = {load_file(path)["name"] for path in (LIBRARY[0].parents[2] / "drugs" / "library").glob("*.yaml")}
    assert set(drugs_of(entry)) <= shipped
