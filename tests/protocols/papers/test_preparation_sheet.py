"""The preparation sheet: every action of the plan in order, what the bags then hold, and who checked it."""

import pytest

from desens.unit.selectors import current
from protocols.preparation_presenting import preparation_of
from protocols.version_document import read_document
from tests.printing.pdf import poppler
from tests.protocols.papers.scene import paper_of, plain, released_version

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def test_every_action_and_figure_of_the_plan_is_printed_in_order(version, pharmacist, as_user):
    pdf = paper_of(as_user(pharmacist), version, "preparation_sheet")
    printed = plain(poppler(pdf, "-raw"))
    plan = preparation_of(read_document(version.document), version.protocol.drug, current()).plan
    assert plan is not None
    place = 0
    for solution in plan.solutions:
        for done in solution.work:
            place = printed.index(plain(done), place)
    for solution in plan.solutions:
        for figure in (solution.volume.stated, solution.concentration.stated, solution.amount.stated, solution.left):
            assert plain(str(figure)) in printed
    for words in ("Lots", "Expiry dates", "Seen by a second person", "use by", "left over in bags"):
        assert words in printed
