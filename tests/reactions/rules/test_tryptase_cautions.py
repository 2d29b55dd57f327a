"""The window of the acute sample and what a high baseline prompts, at every edge."""

from fractions import Fraction

import pytest

from tests.reactions.rules.tryptase_cases import codes, judged


@pytest.mark.parametrize(
    ("minutes", "hours", "said"),
    [
        ("14", 4, ["tryptase-too-early"]),
        ("15", 4, []),
        ("180", 4, []),
        ("181", 4, ["tryptase-late"]),
        ("240", 4, ["tryptase-late"]),
        ("241", 4, ["tryptase-too-late"]),
        ("241", 6, ["tryptase-late"]),
        ("361", 6, ["tryptase-too-late"]),
    ],
)
def test_the_window_of_the_sample(minutes, hours, said):
    verdict = judged("5", "3", minutes_after_onset=Fraction(minutes), window_hours=hours)
    assert codes(verdict.cautions) == said


@pytest.mark.parametrize(
    ("baseline", "said"),
    [
        ("7.9", []),
        ("8", ["tryptase-alpha-tryptasemia"]),
        ("11.4", ["tryptase-alpha-tryptasemia"]),
        (">11.4", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia"]),
        ("20", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia"]),
        ("20.1", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia", "tryptase-mastocytosis"]),
        ("<30", []),
    ],
)
def test_what_a_high_baseline_prompts(baseline, said):
    assert codes(judged(None, baseline).cautions) == said
