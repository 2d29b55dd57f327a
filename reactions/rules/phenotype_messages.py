"""The sentences of phenotypes and of interleukin 6."""

from desens.numbers.marking import gettext_noop

PHENOTYPES = {
    "type I": gettext_noop("type I"),
    "cytokine release": gettext_noop("cytokine release"),
    "mixed": gettext_noop("mixed"),
    "type IV": gettext_noop("type IV"),
    "indeterminate": gettext_noop("indeterminate"),
}
PHENOTYPE = {
    "phenotype-onset-missing": gettext_noop("the onset is missing"),
    "temperature-measured": gettext_noop("temperature %(temperature)s °C"),
    "skin-test-positive": gettext_noop("skin test positive"),
    "skin-test-negative": gettext_noop("skin test negative"),
    "delayed-skin-test-positive": gettext_noop("delayed skin test positive"),
    "tryptase-risen": gettext_noop("tryptase risen"),
    "tryptase-not-risen": gettext_noop("tryptase not risen"),
    "il6-raised": gettext_noop("interleukin 6 raised"),
    "il6-not-raised": gettext_noop("interleukin 6 not raised"),
    "il6-value-missing": gettext_noop("the interleukin 6 value is missing"),
    "il6-limit-missing": gettext_noop("the laboratory's limit of interleukin 6 is missing"),
    "il6-against-limit": gettext_noop("interleukin 6 %(value)s, the laboratory's limit %(limit)s"),
    "il6-not-certain": gettext_noop("the interleukin 6 value leaves open on which side of the limit it is"),
    "first-exposure": gettext_noop("first exposure"),
    "exposed-before": gettext_noop("exposure number %(number)s"),
    "onset-delayed": gettext_noop("onset after %(onset)s min, delayed"),
    "onset-delayed-hours": gettext_noop("onset after %(onset)s h, delayed"),
    "onset-delayed-days": gettext_noop("onset after %(onset)s days, delayed"),
    "onset-not-immediate": gettext_noop("onset after %(onset)s min, later than immediate"),
    "onset-not-immediate-hours": gettext_noop("onset after %(onset)s h, later than immediate"),
    "onset-not-immediate-days": gettext_noop("onset after %(onset)s days, later than immediate"),
    "onset-beyond-1-h": gettext_noop("onset after %(onset)s min, cytokine release is mostly within 1 h"),
    "onset-beyond-1-h-hours": gettext_noop("onset after %(onset)s h, cytokine release is mostly within 1 h"),
    "rash-too-soon": gettext_noop("an exanthem after %(onset)s min is sooner than type IV"),
    "nothing-discriminates": gettext_noop("no feature tells the kinds of reaction apart"),
}
