"""The sentences of CTCAE v5.0."""

from collections.abc import Mapping
from types import MappingProxyType

from desens.numbers.marking import gettext_noop

REASONS = {
    "died": gettext_noop("died"),
    "hospitalized": gettext_noop("admitted to hospital"),
    "intensive-care": gettext_noop("treated in intensive care"),
    "interrupted": gettext_noop("the drug was interrupted"),
    "not-interrupted": gettext_noop("the drug was not interrupted"),
    "not-treated": gettext_noop("no treatment was given"),
    "not-treated-systemically": gettext_noop("no oral or parenteral treatment was given"),
    "anaphylaxis-met": gettext_noop("anaphylaxis by %(source)s, criterion %(criterion)s"),
}

NOTES = {
    "severe-not-urgent": gettext_noop(
        "signs that Brown calls severe, but no urgent treatment: whether life was in danger is to be judged"
    ),
    "prolonged-not-told": gettext_noop(
        "prolonged or returning signs would be grade 3; what was recorded does not tell"
    ),
    "daily-living-not-told": gettext_noop(
        "symptoms and limits in daily living, which may raise the grade, are not recorded; "
        "above 30 % systemic treatment or admission stands for them"
    ),
    "treated-for-what-not-told": gettext_noop("the treatment may have been given for another sign"),
    "treatment-not-recorded": gettext_noop("no treatment is recorded, which may raise the grade"),
    "pressors-not-counted": gettext_noop("grade 3 is one vasopressor; more than one is to be judged"),
    "response-not-told": gettext_noop(
        "grade 2 if it responded to fluids or oxygen, which what was recorded does not tell"
    ),
}

CTCAE_MESSAGES: Mapping[str, str] = MappingProxyType({**REASONS, **NOTES})
