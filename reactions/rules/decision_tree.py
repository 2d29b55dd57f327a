"""The tree of clinical.md 0 (the alemtuzumab case, its reference 16): its questions, answers and ends.

"Contraindication: no desensitization. Positive skin test: desensitization. Skin test not done: mild, test first;
moderate or severe, desensitization. Valid negative skin test (with intradermal), and tryptase normal and/or the
reaction not suggestive of IgE: mild, graded challenge; if that is negative, regular infusions; if positive,
desensitization. Moderate or severe: desensitization." Only where no equally good alternative exists. After an exanthem
the pace is slow, by mouth. A moderate or severe reaction without a positive skin test is desensitized whether or not
the test was valid, so the severity is asked before the test's validity. Choices of our own: a recorded challenge is
asked before the severity, but a negative one ends the questions only after a mild reaction; a breakthrough reaction
speaks as a positive one does; tests and challenge are asked before the exanthem, which may not hide them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from desens.numbers.marking import gettext_noop

FIRST = "contraindication"
#: Question, answer, and where the answer leads: another question, or an end.
TREE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "contraindication": {"yes": "contraindicated", "no": "alternative", "not-recorded": "unknown"},
        "alternative": {"exists": "avoid", "none": "skin-test", "not-recorded": "unknown"},
        "skin-test": {"positive": "desensitization", "not-positive": "challenge"},
        "challenge": {
            "positive": "desensitization",
            "negative": "regular-infusion",
            "outweighed": "exanthem",
            "not-done": "exanthem",
        },
        "exanthem": {"yes": "slow-oral", "no": "severity", "not-told": "unknown"},
        "severity": {"moderate-or-severe": "desensitization", "mild": "valid-negative", "unknown": "unknown"},
        "valid-negative": {"yes": "ige", "no": "test-first"},
        "ige": {"unlikely": "graded-challenge", "likely": "desensitization", "unknown": "unknown"},
    }
)
#: The way that each end proposes; None where there is no proposal yet.
WAYS: Mapping[str, str | None] = MappingProxyType(
    {
        "contraindicated": "contraindicated",
        "avoid": "avoid",
        "slow-oral": "desensitization",
        "desensitization": "desensitization",
        "regular-infusion": "regular infusion",
        "graded-challenge": "graded challenge",
        "test-first": None,
        "unknown": None,
    }
)
TREE_MESSAGES = {
    "tree-contraindication": gettext_noop("Contraindication to desensitization?"),
    "tree-contraindication-yes": gettext_noop("suspected"),
    "tree-contraindication-no": gettext_noop("none seen"),
    "tree-contraindication-not-recorded": gettext_noop("no sign recorded"),
    "tree-alternative": gettext_noop("Equally good alternative?"),
    "tree-alternative-exists": gettext_noop("exists"),
    "tree-alternative-none": gettext_noop("none"),
    "tree-alternative-not-recorded": gettext_noop("not recorded"),
    "tree-exanthem": gettext_noop("Delayed exanthem (type IV)?"),
    "tree-exanthem-yes": gettext_noop("yes"),
    "tree-exanthem-no": gettext_noop("no"),
    "tree-exanthem-not-told": gettext_noop("cannot be told"),
    "tree-skin-test": gettext_noop("Skin test?"),
    "tree-skin-test-positive": gettext_noop("positive"),
    "tree-skin-test-not-positive": gettext_noop("not positive, or not done"),
    "tree-challenge": gettext_noop("Graded challenge, or reaction in a desensitization?"),
    "tree-challenge-positive": gettext_noop("positive"),
    "tree-challenge-negative": gettext_noop("negative"),
    "tree-challenge-outweighed": gettext_noop("negative, but the reaction was moderate or severe"),
    "tree-challenge-not-done": gettext_noop("not done"),
    "tree-severity": gettext_noop("How severe?"),
    "tree-severity-moderate-or-severe": gettext_noop("moderate or severe"),
    "tree-severity-mild": gettext_noop("mild"),
    "tree-severity-unknown": gettext_noop("no grade"),
    "tree-valid-negative": gettext_noop("Valid negative skin test, intradermal included?"),
    "tree-valid-negative-yes": gettext_noop("yes"),
    "tree-valid-negative-no": gettext_noop("no"),
    "tree-ige": gettext_noop("IgE likely (signs and tryptase)?"),
    "tree-ige-unlikely": gettext_noop("not likely"),
    "tree-ige-likely": gettext_noop("likely"),
    "tree-ige-unknown": gettext_noop("cannot be told"),
    "tree-contraindicated": gettext_noop("no desensitization"),
    "tree-avoid": gettext_noop("avoid the drug, give the alternative"),
    "tree-slow-oral": gettext_noop("desensitization, slow, by mouth"),
    "tree-desensitization": gettext_noop("desensitization"),
    "tree-regular-infusion": gettext_noop("regular infusion"),
    "tree-graded-challenge": gettext_noop("graded challenge"),
    "tree-test-first": gettext_noop("test first"),
    "tree-unknown": gettext_noop("cannot be proposed yet"),
}
