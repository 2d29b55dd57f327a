"""Whether a protocol by mouth or under the skin fits the drug that it is used for.

Implementation choice, no published rule: another drug than the published one is a caution, as for infusions. The doses
of a medicine of several components are those components' and no other drug's, so that there nothing is signed. A route
by which no product of the drug is recorded needs a signature: a tablet is not injected.
"""

from collections.abc import Collection, Iterator, Sequence

from desens.numbers.marking import gettext_noop
from protocols.engine import Blocker, Caution, Finding, NeedsSignOff

ORAL, SUBCUTANEOUS = "oral", "subcutaneous"
MESSAGES = {
    "components-of-other-drug": gettext_noop(
        "The doses are those of %(components)s, the components of %(drugs)s: they are not doses of %(drug)s."
    ),
    "no-oral-product": gettext_noop("No product of %(drug)s that is taken by mouth is recorded."),
    "no-subcutaneous-product": gettext_noop("No product of %(drug)s that is injected under the skin is recorded."),
}


def fitting(
    drug: str, *, published: str, components: Sequence[str], route: str, routes: Collection[str]
) -> Iterator[Finding]:
    """What speaks against it; `routes` are those of the drug's products in use."""
    if drug != published and len(components) > 1:
        values = (("components", ", ".join(components)), ("drugs", published), ("drug", drug))
        yield Blocker(code="components-of-other-drug", values=values)
    elif drug != published:
        yield Caution(code="template-other-drug", values=(("drugs", published), ("drug", drug)))
    if route not in routes:
        code = "no-oral-product" if route == ORAL else "no-subcutaneous-product"
        yield NeedsSignOff(code=code, values=(("drug", drug),))
