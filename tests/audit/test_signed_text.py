"""The signed text is canonical; what changed since a page was opened is found by the marks it carried."""

from datetime import UTC, date, datetime
from fractions import Fraction
from uuid import UUID

import pytest

from desens.audit.signed_text import kept, text_of
from reactions.assessing.facts import Changes, Fact, changes_since, seen_text
from reactions.rules.reasons import because

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DIGEST = "d" * 64


def fact(mark: str) -> Fact:
    return Fact(mark=mark, told=f"entry {mark}", by="Dr Example", at=NOW)


def test_one_text_whatever_the_order():
    one = text_of({"b": frozenset({"y", "x"}), "a": Fraction(1, 3)})
    assert one == '{"a":"1/3","b":["x","y"],"schema":1}'
    assert one == text_of({"a": Fraction(1, 3), "b": frozenset({"x", "y"})})


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (NOW, "2026-11-20T09:00:00+00:00"),
        (date(2026, 11, 20), "2026-11-20"),
        (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        ((1, None, True), [1, None, True]),
        ({"key": Fraction("0.5")}, {"key": "0.5"}),
        (because("brown-grade", grade="3"), {"code": "brown-grade", "values": [["grade", "3"]]}),
    ],
)
def test_everything_is_kept_exactly(value, stored):
    assert kept(value) == stored


@pytest.mark.parametrize("value", [object(), NOW.replace(tzinfo=None), {1, 2}])
def test_what_cannot_be_kept_exactly_is_refused(value):
    with pytest.raises(TypeError, match="keeps no"):
        kept(value)


def test_nothing_changed():
    facts = (fact("a"), fact("b"))
    assert not changes_since(seen_text(facts, DIGEST), facts, DIGEST)


@pytest.mark.parametrize(
    ("now", "digest", "changes"),
    [
        ((fact("a"), fact("b")), DIGEST, Changes(added=(fact("b"),), gone=0, judged=False)),
        ((), DIGEST, Changes(added=(), gone=1, judged=False)),
        ((fact("b"),), "e" * 64, Changes(added=(fact("b"),), gone=1, judged=False)),
        ((fact("a"),), "e" * 64, Changes(added=(), gone=0, judged=True)),
    ],
)
def test_what_changed_is_told(now, digest, changes):
    assert changes_since(seen_text((fact("a"),), DIGEST), now, digest) == changes


@pytest.mark.parametrize("seen", ["", ".", "nonsense", "x" * 5_000, "\0.é"])
def test_a_page_that_carried_nothing_readable_is_stale(seen):
    assert changes_since(seen, (fact("a"),), DIGEST).added == (fact("a"),)
