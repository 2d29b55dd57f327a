"""With what the bags are made."""

from collections.abc import Iterable, Iterator

from protocols.engine.finding import Blocker, Caution, Finding
from protocols.engine.products.breaches import Values, said
from protocols.engine.products.limits import DiluentRule, ProductLimits
from protocols.engine.products.words import DILUENT_NAMES, NOT_STATED
from protocols.engine.specification import Specification

#: Diluents that hold chloride: what a label refuses as a class. None of those that can be stated is alkaline.
WITH_CHLORIDE = frozenset({"sodium-chloride-0.9", "glucose-5-sodium-chloride-0.9", "glucose-5-ringer"})


def wrong_diluents(specification: Specification, limits: ProductLimits) -> Iterator[Finding]:
    """Bags made with what the label does not allow, and those of which nobody says with what they are made."""
    rules = (*limits.diluents_allowed, *limits.diluents_refused)
    if not rules:
        return
    for bag in specification.solutions:
        if bag.diluent is not None and not _allows(limits, bag.diluent):
            values = (
                ("solution", str(bag.number)),
                ("diluent", DILUENT_NAMES[bag.diluent]),
                *_rules_values(limits, rules[0]),
            )
            yield Blocker(code="diluent-not-allowed", where=f"solution {bag.number}", values=values)
    silent = [str(bag.number) for bag in specification.solutions if bag.diluent is None]
    if silent:
        values = (("solutions", ", ".join(silent)), *_rules_values(limits, rules[0]))
        yield Caution(code="diluent-not-stated", values=values)


def _allows(limits: ProductLimits, diluent: str) -> bool:
    allowed, refused = _codes(limits.diluents_allowed), _codes(limits.diluents_refused)
    if diluent in refused or ("chloride" in refused and diluent in WITH_CHLORIDE):
        return False
    return diluent in allowed or not (allowed or "all-others" in refused)


def _codes(rules: Iterable[DiluentRule]) -> dict[str, None]:
    """The codes of all rules, in their order, each once."""
    return dict.fromkeys(code for rule in rules for code in rule.codes)


def _rules_values(limits: ProductLimits, rule: DiluentRule) -> Values:
    return (
        ("product", limits.product),
        ("allowed", _named(_codes(limits.diluents_allowed))),
        ("refused", _named(_codes(limits.diluents_refused))),
        *said(rule),
    )


def _named(codes: Iterable[str]) -> str:
    return ", ".join(DILUENT_NAMES[code] for code in codes) or NOT_STATED
