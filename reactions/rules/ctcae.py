"""CTCAE v5.0 (2017): the terms that a reaction to a drug may have, each in a file of its own."""

from collections.abc import Mapping
from types import MappingProxyType

from reactions.rules.ctcae_allergic import allergic_reaction
from reactions.rules.ctcae_anaphylaxis import anaphylaxis
from reactions.rules.ctcae_cytokine import cytokine_release_syndrome
from reactions.rules.ctcae_infusion import infusion_related_reaction
from reactions.rules.ctcae_rash import rash_maculopapular
from reactions.rules.ctcae_urticaria import urticaria
from reactions.rules.graded import Graded
from reactions.rules.observed import Observed


def ctcae(observed: Observed) -> Mapping[str, Graded]:
    """The grade of every term, by the key that contracts.md 4 gives it; None where the reaction is not of the term."""
    return MappingProxyType(
        {
            "infusion_related_reaction": infusion_related_reaction(observed),
            "allergic_reaction": allergic_reaction(observed),
            "anaphylaxis": anaphylaxis(observed),
            "cytokine_release_syndrome": cytokine_release_syndrome(observed),
            "rash_maculopapular": rash_maculopapular(observed),
            "urticaria": urticaria(observed),
        }
    )
