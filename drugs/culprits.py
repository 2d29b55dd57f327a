"""One drug under whatever name it was recorded: a procedure of Eloxatin stands with the reactions to oxaliplatin."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from drugs.models import Drug, Name


@dataclass(frozen=True, kw_only=True)
class Culprits:
    """The drug's own key and name for each key (drugs.names) under which something was recorded."""

    known: Mapping[str, tuple[str, str]]

    def key(self, recorded: str) -> str:
        """The key of the drug; the recorded one where the list knows no such drug."""
        return self.known.get(recorded, (recorded, ""))[0]

    def name(self, recorded: str, typed: str) -> str:
        """The drug's name; what was typed where the list knows no such drug."""
        return self.known.get(recorded, ("", typed))[1]


def culprits(keys: Collection[str]) -> Culprits:
    """What the list of drugs knows of these keys. Two queries."""
    wanted = set(keys)
    named = Name.objects.filter(name_key__in=wanted).order_by("-id")
    known = {
        key: (drug_key, name) for key, drug_key, name in named.values_list("name_key", "drug__name_key", "drug__name")
    }
    own = Drug.objects.filter(name_key__in=wanted).values_list("name_key", "name")
    return Culprits(known=known | {key: (key, name) for key, name in own})
