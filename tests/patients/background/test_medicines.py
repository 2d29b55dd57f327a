"""The list of interfering medicines: every class, its days as the sources give them, nothing unknown accepted."""

import pytest

from patients.background.medicines import must_decide, rule_of
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
