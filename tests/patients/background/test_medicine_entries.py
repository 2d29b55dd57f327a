"""The file of medicines: every rule with its source, every slip an error."""

from dataclasses import asdict

import pytest

from desens.numbers.files import FileError, load_file
from patients.background.medicines import FILE, read_rules, shipped


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
