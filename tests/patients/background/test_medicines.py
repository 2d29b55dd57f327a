"""The list of interfering medicines: every class, its days as the sources give them, nothing unknown accepted."""

from dataclasses import asdict

import pytest

from desens.numbers.files import FileError, load_file
from patients.background.medicines import FILE, must_decide, read_rules, rule_of, shipped
from patients.background_choices import MedicineClass


@pytest.mark.parametrize(
    ("medicine", "name", "effect", "days"),
    [
        ("antihistamine_first", "dexchlorpheniramine", "washout", (2, 7)),
        ("antihistamine_first", "Cyproheptadine", "washout", (2, 11)),
        ("antihistamine_second", "cetirizine", "washout", (3, 7)),
        ("antihistamine_second", "des-loratadine", "washout", (6, 7)),
        ("h2_blocker", "famotidine", "washout", (2, 3)),
        ("tricyclic", "amitriptyline", "washout", (7, 14)),
        ("benzodiazepine", "lorazepam", "washout", (7, 14)),
        ("topical_corticosteroid", "betamethasone", "washout", (14, 21)),
        ("systemic_corticosteroid", "prednisone", "no-effect", ()),
        ("omalizumab", "omalizumab", "unknown-length", ()),
        ("ssri", "sertraline", "continue", ()),
        ("montelukast", "montelukast", "continue", ()),
        ("beta_blocker", "bisoprolol", "not-stated", ()),
        ("other", "anything", "not-stated", ()),
    ],
)
def test_a_medicine_has_the_days_of_its_sources(medicine, name, effect, days):
    rule = rule_of(medicine, name)
    assert (rule.effect, rule.days) == (effect, days)
    assert rule.source


def test_a_name_of_another_class_does_not_take_its_days():
    assert rule_of("antihistamine_first", "desloratadine").days == (2, 7)


def test_a_beta_blocker_and_an_ace_inhibitor_must_be_decided_about():
    assert must_decide() == {MedicineClass.BETA_BLOCKER, MedicineClass.ACE_INHIBITOR}
    assert "glucagon" in rule_of("beta_blocker", "bisoprolol").decide


def test_every_rule_says_from_where_and_since_when():
    for rule in shipped():
        assert all(asdict(rule)[name] for name in ("source", "mark", "reviewed_on")), rule


@pytest.mark.parametrize(
    "change",
    [
        {"medicine": "aspirin"},
        {"effect": "perhaps"},
        {"effect": "washout"},
        {"minimum_days": "2"},
        {"mark": "sure"},
        {"reviewed": "yesterday"},
        {"colour": "red"},
        {"unit_setting": "h2-washout"},
    ],
)
def test_a_wrong_entry_is_an_error(change):
    with pytest.raises(FileError):
        read_rules([entry | change for entry in load_file(FILE)], file="changed.yaml")


def test_a_class_without_a_rule_or_with_two_is_an_error():
    entries = load_file(FILE)
    for wrong in (entries[1:], [*entries, entries[0]], ["text"]):
        with pytest.raises(FileError):
            read_rules(wrong, file="changed.yaml")
