"""The sentences of samples."""

from desens.numbers.marking import gettext_noop

SAMPLES = {
    "baseline-early": gettext_noop(
        "the baseline was taken within 24 h of the reaction's onset: it can still be raised; "
        "before the reaction or more than 24 h after full resolution is right"
    ),
}
