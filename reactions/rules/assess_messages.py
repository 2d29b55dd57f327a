"""The sentences of tests and assessment, together."""

from reactions.rules.contraindication_messages import ERUPTIONS
from reactions.rules.decision_messages import DECISION, WAYS
from reactions.rules.decision_tree import TREE_MESSAGES
from reactions.rules.naranjo_messages import NARANJO
from reactions.rules.phenotype_messages import PHENOTYPE, PHENOTYPES
from reactions.rules.risk_messages import CONTRAINDICATIONS, RISK
from reactions.rules.skin_test_messages import SKIN_TESTS
from reactions.rules.tryptase_messages import TRYPTASE

ASSESSMENT = {
    **TRYPTASE,
    **SKIN_TESTS,
    **NARANJO,
    **PHENOTYPE,
    **PHENOTYPES,
    **CONTRAINDICATIONS,
    **ERUPTIONS,
    **RISK,
    **DECISION,
    **WAYS,
    **TREE_MESSAGES,
}
