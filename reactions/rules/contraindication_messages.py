"""The sentences of eruptions that the whole picture makes one suspect, not one sign."""

from desens.numbers.marking import gettext_noop

ERUPTIONS = {
    "exfoliative-eruption": gettext_noop("exfoliative eruption"),
    "onset-not-recorded-delayed": gettext_noop("the onset is not recorded: a delayed reaction is not ruled out"),
}
