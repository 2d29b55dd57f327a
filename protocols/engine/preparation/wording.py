"""The actions of a plan in one plain sentence each; a page translates the templates and fills in the same values."""

from fractions import Fraction
from itertools import groupby

from desens.numbers.quantity import NO_BREAK_SPACE
from desens.numbers.write import setting_text
from protocols.engine.preparation.action import Action
from protocols.engine.preparation.messages import MESSAGES, PHRASES
from protocols.engine.preparation.plan import Plan
from protocols.engine.preparation.prepared import PreparedBag
from protocols.engine.preparation.withdrawal import Draw, Withdrawal
from protocols.engine.preparation.workshop import StockBag
from protocols.engine.wording import concentration_text

Sentence = tuple[str, dict[str, str]]


def explain_action(plan: Plan, action: Action) -> str:
    """One action in English."""
    code, values = action_sentence(plan, action)
    draws = "; ".join(PHRASES[phrase] % filled for phrase, filled in draw_phrases(action))
    return MESSAGES[code] % (values | {"draws": draws})


def action_sentence(plan: Plan, action: Action) -> Sentence:
    """The code in MESSAGES and the values of an action, without `draws`, which `draw_phrases` gives."""
    if action.bag is not None:
        return _bag(plan, action.kind, action.bag)
    if action.withdrawal is not None:
        return _withdrawal(action, action.withdrawal)
    return _label(next(bag for bag in plan.bags if bag.number == action.solution), plan.unit)


def draw_phrases(action: Action) -> list[Sentence]:
    """The codes in PHRASES and their values: which syringe is filled how often; none where nothing is withdrawn."""
    draws = action.withdrawal.draws if action.withdrawal else ()
    return [_phrase(draw, len(list(equal))) for draw, equal in groupby(draws)]


def _phrase(draw: Draw, times: int) -> Sentence:
    values = {
        "volume": _in_full(draw.volume_ml),
        "size": _in_full(draw.syringe.volume_ml),
        "graduation": _in_full(draw.syringe.graduation_ml),
    }
    return ("preparation-draw", values) if times == 1 else ("preparation-draws", values | {"times": str(times)})


def _bag(plan: Plan, kind: str, bag: StockBag) -> Sentence:
    values = {"content": _in_full(bag.content_ml)}
    if kind == "overfill":
        return "preparation-remove-overfill", values
    values |= {"bag": _in_full(bag.volume_ml), "diluent": " / ".join(plan.product.diluents)}
    return "preparation-take-overfilled" if bag.overfill_ml else "preparation-take", values


def _withdrawal(action: Action, withdrawal: Withdrawal) -> Sentence:
    values = {"drawn": _in_full(withdrawal.drawn_ml), "reading": _in_full(withdrawal.reading_ml)}
    if action.kind == "remove":
        return "preparation-remove", values
    if action.source is not None:
        return "preparation-add-solution", values | {"source": str(action.source)}
    if action.vials:
        return "preparation-add-vial", values | {"vials": ", ".join(map(str, action.vials))}
    return "preparation-add-stock", values


def _label(bag: PreparedBag, unit: str) -> Sentence:
    figures = {
        "concentration": bag.concentration.stated,
        "least": bag.concentration.least,
        "greatest": bag.concentration.greatest,
    }
    texts = {name: concentration_text(figure, unit) for name, figure in figures.items()}
    return "preparation-label", {"solution": str(bag.number), "volume": _in_full(bag.volume_ml.stated), **texts}


def _in_full(volume_ml: Fraction) -> str:
    """A volume that somebody draws or reads off, every digit of its graduations shown."""
    return f"{setting_text(volume_ml)}{NO_BREAK_SPACE}mL"
