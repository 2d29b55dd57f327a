"""The vocabulary of signs."""

from reactions.rules.messages import MESSAGES, in_words
from reactions.rules.reasons import signs_of
from reactions.rules.signs import SIGNS, SIGNS_BY_SYSTEM, SYSTEMS


def test_every_sign_belongs_to_one_system():
    assert set(SIGNS_BY_SYSTEM) == set(SYSTEMS)
    assert sum(map(len, SIGNS_BY_SYSTEM.values())) == len(SIGNS) == 73


def test_a_sign_is_named_by_its_words():
    assert [in_words(reason) for reason in signs_of(["altered-consciousness"])] == ["altered consciousness"]
    assert SIGNS.items() <= MESSAGES.items()
