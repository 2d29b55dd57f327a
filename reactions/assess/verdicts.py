"""All that the rules answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from reactions.rules.anaphylaxis_criteria import Criteria
from reactions.rules.contraindications import Contraindication
from reactions.rules.decision import Proposal
from reactions.rules.graded import Graded
from reactions.rules.interleukin import InterleukinVerdict
from reactions.rules.naranjo import NaranjoScore
from reactions.rules.phenotype import Phenotype
from reactions.rules.reasons import Reason
from reactions.rules.skin_tests import SkinTestVerdict
from reactions.rules.tryptase import TryptaseVerdict


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """What each rule says. `contraindications` is None where no sign is recorded; `unknown` as in the patient."""

    brown: Graded
    niaid_faan: Criteria
    wao: Criteria
    ctcae: Mapping[str, Graded]
    tryptase: TryptaseVerdict
    il6: InterleukinVerdict
    skin_tests: SkinTestVerdict | None
    phenotype: Phenotype
    naranjo: NaranjoScore
    contraindications: tuple[Contraindication, ...] | None
    contradictions: tuple[Reason, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The verdicts, and the way proposed from them."""

    verdicts: Verdicts
    proposal: Proposal
