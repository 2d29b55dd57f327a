"""The sentences of tryptase and interleukin."""

from desens.numbers.marking import gettext_noop

TRYPTASE = {
    "tryptase-against-threshold": gettext_noop(
        "acute %(acute)s ng/mL; threshold 1.2 x baseline + 2 = %(threshold)s ng/mL"
    ),
    "tryptase-ratio": gettext_noop("acute / baseline = %(ratio)s; alternative limit 1.685"),
    "tryptase-acute-missing": gettext_noop("the acute tryptase is missing"),
    "tryptase-baseline-missing": gettext_noop("the baseline tryptase is missing"),
    "tryptase-unit-missing": gettext_noop("the unit of the tryptase is missing"),
    "tryptase-not-certain": gettext_noop(
        "a value beyond what the laboratory can measure leaves open on which side of the threshold it is"
    ),
    "tryptase-time-not-recorded": gettext_noop("the time of the acute tryptase sample is not recorded"),
    "tryptase-too-early": gettext_noop(
        "acute sample %(minutes)s min after the onset: earlier than 15 min it can be too early to have risen"
    ),
    "tryptase-late": gettext_noop("acute sample %(minutes)s min after the onset: 15 min to 3 h is best"),
    "tryptase-too-late": gettext_noop(
        "acute sample %(minutes)s min after the onset: later than %(hours)s h a rise can be missed"
    ),
    "tryptase-acute-above-normal": gettext_noop(
        "acute tryptase %(value)s ng/mL is above the upper normal of 11.4, which by itself is no verdict"
    ),
    "tryptase-baseline-above-normal": gettext_noop(
        "baseline tryptase %(value)s ng/mL is above the upper normal of 11.4"
    ),
    "tryptase-alpha-tryptasemia": gettext_noop(
        "baseline tryptase %(value)s ng/mL, 8 or more: think of hereditary alpha-tryptasemia (TPSAB1 genotype)"
    ),
    "tryptase-mastocytosis": gettext_noop(
        "baseline tryptase %(value)s ng/mL, above 20: a minor criterion of mastocytosis"
    ),
}
