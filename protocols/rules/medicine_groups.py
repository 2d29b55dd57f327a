"""Medicines of premedication and rescue by group: who reacts to one of a group may react to another.

Pharmacological groups, common knowledge; the lists are an implementation choice and hold what published sets and
standing lists name, and their nearest. What is not in them is known by its own name only, or by the class that the
drug library states.
"""

from dataclasses import dataclass, field

from desens.numbers.marking import gettext_noop

NSAID = gettext_noop("NSAID")
CORTICOSTEROID = gettext_noop("corticosteroid")
H1 = gettext_noop("H1 antihistamine")
H2 = gettext_noop("H2 antihistamine")
LEAST_LETTERS = 5


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Normalised names (letters and digits only) of each group.
MEMBERS: dict[str, frozenset[str]] = {
    NSAID: _names(
        "aspirin acetylsalicylicacid acidoacetilsalicilico ibuprofen naproxen ketorolac diclofenac dexketoprofen "
        "ketoprofen indomethacin indometacin metamizole metamizol dipyrone meloxicam piroxicam lysineacetylsalicylate "
        "celecoxib etoricoxib parecoxib"
    ),
    CORTICOSTEROID: _names(
        "hydrocortisone methylprednisolone prednisolone prednisone dexamethasone betamethasone triamcinolone "
        "deflazacort"
    ),
    H1: _names(
        "diphenhydramine chlorpheniramine chlorphenamine dexchlorpheniramine dexchlorphenamine cetirizine "
        "levocetirizine loratadine desloratadine ebastine bilastine fexofenadine rupatadine hydroxyzine clemastine "
        "promethazine"
    ),
    H2: _names("famotidine ranitidine cimetidine nizatidine"),
}
#: How an allergy label names a whole group.
GROUP_WORDS: dict[str, frozenset[str]] = {
    NSAID: _names("nsaid nsaids aine aines nonsteroidalantiinflammatorydrugs salicylates"),
    CORTICOSTEROID: _names("corticosteroid corticosteroids steroid steroids glucocorticoids"),
    H1: _names("antihistamine antihistamines h1antihistamine h1antihistamines"),
    H2: _names("h2antihistamine h2antihistamines h2blocker h2blockers"),
}


@dataclass(frozen=True, kw_only=True)
class Medicine:
    """A medicine as written, every normalised name it goes by, and the classes that the drug library states of it."""

    name: str
    keys: frozenset[str]
    classes: frozenset[str] = field(default_factory=frozenset)

    @property
    def groups(self) -> frozenset[str]:
        """The groups it belongs to, by any of its names."""
        return frozenset(group for group, members in MEMBERS.items() if any(_named(self.keys, members)))

    @property
    def named_groups(self) -> frozenset[str]:
        """The groups that its name stands for as a whole, such as "NSAIDs" of a label."""
        return frozenset(group for group, words in GROUP_WORDS.items() if self.keys & words)


def same_substance(one: Medicine, other: Medicine) -> bool:
    """Whether a name of one is, or stands within, a name of the other: "famotidine 20 mg" is famotidine."""
    return any(_named(one.keys, other.keys))


def _named(names: frozenset[str], others: frozenset[str]) -> list[str]:
    return [name for name in names for other in others if name == other or _within(name, other)]


def _within(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= LEAST_LETTERS and shorter in longer
