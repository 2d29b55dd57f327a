"""The sentences of the proposed way and its steps."""

from desens.numbers.marking import gettext_noop

WAYS = {
    "regular infusion": gettext_noop("regular infusion"),
    "graded challenge": gettext_noop("graded challenge"),
    "desensitization": gettext_noop("desensitization"),
    "avoid": gettext_noop("avoid"),
    "contraindicated": gettext_noop("contraindicated"),
    "rapid": gettext_noop("rapid"),
    "slow-oral": gettext_noop("slow, by mouth"),
    "intensive care": gettext_noop("intensive care"),
    "day hospital": gettext_noop("day hospital"),
}
DECISION = {
    "no-contraindication-seen": gettext_noop("no sign of a contraindication"),
    "slow-oral-override": gettext_noop(
        "without mucosa or blisters an allergist may override this for a slow desensitization by mouth, with a reason"
    ),
    "slow-oral-route": gettext_noop(
        "days to weeks, only for a drug that is taken by mouth; each increment at most tenfold"
    ),
    "alternative-exists": gettext_noop("an equally good alternative exists"),
    "alternative-none": gettext_noop("no equally good alternative"),
    "alternative-not-recorded": gettext_noop("whether an equally good alternative exists is not recorded"),
    "exanthem-with-immediate-signs": gettext_noop(
        "a delayed exanthem with what no type IV reaction has: rapid or slow, the allergist decides"
    ),
    "no-delayed-exanthem": gettext_noop("no delayed exanthem"),
    "skin-test-not-done": gettext_noop("no skin test recorded"),
    "skin-test-invalid": gettext_noop("skin test invalid, which is not negative"),
    "skin-test-not-told": gettext_noop("the skin test has no result"),
    "skin-test-negative-valid": gettext_noop("valid negative skin test, intradermal included"),
    "test-first": gettext_noop("a mild reaction without a valid negative skin test: test first"),
    "breakthrough-recorded": gettext_noop("reacted again during a desensitization"),
    "challenge-positive": gettext_noop("graded challenge positive"),
    "challenge-negative": gettext_noop("graded challenge negative"),
    "challenge-not-done": gettext_noop("no graded challenge recorded"),
    "challenge-against-severity": gettext_noop(
        "a negative challenge stands against a moderate or severe reaction: the allergist weighs the two"
    ),
    "challenge-against-tryptase": gettext_noop(
        "a negative challenge stands against a risen tryptase: the allergist weighs the two"
    ),
    "anaphylaxis-not-mild": gettext_noop("a criterion of anaphylaxis is met, so it is not taken for mild"),
    "controls-not-valid": gettext_noop("the controls are not valid"),
    "brown-grade": gettext_noop("Brown grade %(grade)s"),
    "brown-grade-missing": gettext_noop("Brown has no grade for what is recorded: the allergist decides"),
    "not-suggestive-of-ige": gettext_noop("the reaction does not suggest IgE"),
    "suggestive-of-ige": gettext_noop("the reaction suggests IgE"),
    "tryptase-needed": gettext_noop("the reaction suggests IgE, and whether tryptase rose is not known"),
    "steps-by-grade": gettext_noop("steps by Brown grade %(grade)s"),
    "steps-skin-test": gettext_noop("skin test positive"),
    "steps-skin-test-anaphylaxis": gettext_noop("skin test positive with anaphylaxis"),
    "steps-skin-test-moderate": gettext_noop(
        "skin test positive after a moderate or severe reaction, which is Brown's definition of anaphylaxis"
    ),
    "steps-anaphylaxis-unknown": gettext_noop(
        "whether it was anaphylaxis cannot be told: with anaphylaxis and a positive skin test 16 steps"
    ),
    "steps-breakthrough": gettext_noop("breakthrough of grade %(grade)s on %(steps)s steps"),
    "breakthrough-incomplete": gettext_noop("a breakthrough without its grade or its number of steps is not counted"),
    "steps-omalizumab": gettext_noop(
        "breakthrough in spite of 16 steps: omalizumab 300 mg, 2 doses before the next desensitization (off-label)"
    ),
    "steps-fewer-later": gettext_noop("once tolerated, 12 steps (first bag 1:100) may follow"),
}
