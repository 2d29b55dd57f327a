"""How many steps: what has to be known, and each reason once."""

from reactions.rules.steps import Breakthrough, propose_steps


def proposed(grade=None, *, skin_test=None, anaphylaxis=None, breakthroughs=()):
    met = tuple(Breakthrough(protocol_steps=steps, step=1, brown_grade=its) for steps, its in breakthroughs)
    return propose_steps(brown_grade=grade, skin_test=skin_test, anaphylaxis=anaphylaxis, breakthroughs=met)


def codes(reasons):
    return [reason.code for reason in reasons]


def test_whether_it_was_anaphylaxis_has_to_be_known():
    for grade in (None, 1):
        found = proposed(grade, skin_test="positive")
        assert (found.steps, codes(found.cannot)) == (12, ["steps-anaphylaxis-unknown"])
        assert proposed(grade, skin_test="positive", anaphylaxis=False).cannot == ()
    found = proposed(2, skin_test="positive")
    assert (codes(found.because), found.cannot) == (["steps-skin-test-moderate", "steps-fewer-later"], ())


def test_sixteen_may_become_fewer_unless_it_failed():
    assert "steps-fewer-later" in codes(proposed(3).because)
    assert "steps-fewer-later" not in codes(proposed(3, breakthroughs=[(16, 1)]).because)
    assert proposed(3, breakthroughs=[(16, 3)]).first_bag_dilution == 10_000


def test_each_reason_once():
    found = proposed(2, breakthroughs=[(12, 2), (12, 2)])
    assert codes(found.because) == ["steps-breakthrough", "steps-fewer-later"]


def test_nothing_from_nothing():
    found = proposed(breakthroughs=[(12, None), (None, 2)])
    assert (found.steps, found.first_bag_dilution) == (None, None)
    assert codes(found.cannot) == ["brown-grade-missing", "breakthrough-incomplete", "breakthrough-incomplete"]
    for incomplete in ((12, None), (None, 2)):
        found = proposed(2, breakthroughs=[incomplete, (16, 3)])
        assert (found.steps, codes(found.cannot)) == (None, ["breakthrough-incomplete"])
