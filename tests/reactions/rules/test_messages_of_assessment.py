"""Every sentence has a code of its own: none stands for two things."""

from reactions.rules.assess_messages import ASSESSMENT
from reactions.rules.contraindication_messages import ERUPTIONS
from reactions.rules.decision_messages import DECISION, WAYS
from reactions.rules.decision_tree import TREE, TREE_MESSAGES
from reactions.rules.decision_tree import WAYS as ENDS
from reactions.rules.grade_messages import GRADE_MESSAGES
from reactions.rules.messages import MESSAGES
from reactions.rules.naranjo_messages import NARANJO
from reactions.rules.phenotype_messages import PHENOTYPE, PHENOTYPES
from reactions.rules.risk_messages import CONTRAINDICATIONS, RISK
from reactions.rules.signs import SIGNS
from reactions.rules.skin_test_messages import SKIN_TESTS
from reactions.rules.treatments import TREATMENTS
from reactions.rules.tryptase_messages import TRYPTASE

PARTS = (TRYPTASE, SKIN_TESTS, NARANJO, PHENOTYPE, PHENOTYPES, CONTRAINDICATIONS, ERUPTIONS, RISK, DECISION, WAYS)


def test_no_code_is_given_twice():
    assert len(ASSESSMENT) == sum(map(len, (*PARTS, TREE_MESSAGES)))
    assert not set(ASSESSMENT) & {*SIGNS, *TREATMENTS, *GRADE_MESSAGES}
    assert ASSESSMENT.items() <= MESSAGES.items()


def test_every_question_answer_and_end_of_the_tree_has_its_words():
    named = {f"tree-{question}" for question in TREE} | {f"tree-{end}" for end in ENDS}
    answers = {f"tree-{question}-{answer}" for question in TREE for answer in TREE[question]}
    assert named | answers == set(TREE_MESSAGES)
    assert {way for way in ENDS.values() if way} <= set(WAYS)
