"""Preparation sheets at random, printed and read back: no figure differs, none is broken or cut."""

from itertools import groupby

from hypothesis import given

from desens.numbers.write import setting_text
from protocols.engine.preparation import Action, Draw, Plan, PreparedBag
from tests.number_linter import lint
from tests.printing.cells import rows
from tests.printing.faults import faults
from tests.printing.pdf import pages
from tests.protocols.documents.papers import CASE_SHEET, preparation_sheet_of
from tests.protocols.documents.random_bags import bag_schedules
from tests.protocols.documents.random_plans import plans
from tests.protocols.documents.randomly import SHEETS, all_read_as, packed


def ml(volume) -> str:
    return setting_text(volume).replace("\u202f", "") + "mL"


def parts(sentence: str) -> str:
    return sentence.replace(" ", "|")


def said(action: Action, plan: Plan) -> str:
    """What the sheet asks for, in its parts that no line may break."""
    if action.kind == "overfill":
        return parts(f"Remove the overfill, so that the bag holds {ml(action.bag.content_ml)}.")
    if action.bag:
        more = f"; with its overfill it holds {ml(action.bag.content_ml)}" if action.bag.overfill_ml else ""
        return parts(f"Take a bag of {ml(action.bag.volume_ml)} of saline / glucose 5%{more}.")
    if action.withdrawal is None:
        bag = next(bag for bag in plan.bags if bag.number == action.solution)
        least, stated, greatest = (packed(figure, f"{plan.unit}/mL") for figure in ends(bag.concentration))
        volume = ml(bag.volume_ml.stated)
        return parts(f"Mix and label: solution {bag.number}, {volume}, {stated} ({least} to {greatest}).")
    asked = f"{ml(action.withdrawal.drawn_ml)} (±{ml(action.withdrawal.reading_ml)})"
    way = {"remove": f"Remove {asked} of diluent", "add": f"Withdraw {asked} from vial 1, 2 and add it"}[action.kind]
    if action.source:
        way = f"Withdraw {asked} from the bag of solution {action.source} and add it"
    return parts(f"{way}: {draws(action)}.")


def draws(action: Action) -> str:
    same = ((draw, len(list(of))) for draw, of in groupby(action.withdrawal.draws))
    return "; ".join(("" if times == 1 else f"{times} x ") + drawn(draw) for draw, times in same)


def drawn(draw: Draw) -> str:
    size, mark = ml(draw.syringe.volume_ml), ml(draw.syringe.graduation_ml)
    return f"{ml(draw.volume_ml)} in the syringe of {size}, graduated to {mark}"


def ends(figure):
    return figure.least, figure.stated, figure.greatest


def held(bag: PreparedBag, unit: str) -> tuple[str, ...]:
    least, stated, greatest = (packed(figure, f"{unit}/mL") for figure in ends(bag.concentration))
    volume, left = packed(bag.volume_ml.stated, "mL"), packed(bag.left_ml, "mL")
    return (str(bag.number), packed(bag.amount.stated, unit), stated, f"{least}|to|{greatest}", volume, left)


def numbered(pdf: bytes):
    return [row for row in rows(pdf) if row[0].text.isdigit()]


@given(plans())
@SHEETS
def test_a_random_plan_reads_back_as_it_was_computed(plan):
    pdf = preparation_sheet_of(CASE_SHEET.schedule, plan)
    work = [said(action, plan) for action in plan.actions]
    wanted = [(str(n % 5 + 1), sentence) for n, sentence in enumerate(work)]
    wanted += [held(bag, plan.unit) for bag in plan.bags]
    assert all_read_as(numbered(pdf), wanted) == wanted
    text = "".join("".join(pages(pdf)).split())
    for figure in (plan.product.strength, plan.stock_ml, plan.stock_amount, plan.left_in_bags):
        assert packed(figure, "") in text
    for amount, same in groupby(plan.vials):
        assert f"{len(list(same))}x{packed(amount, plan.unit)}" in text
    assert faults(pdf) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []


@given(bag_schedules())
@SHEETS
def test_the_bags_alone_read_back_where_there_is_no_plan(schedule):
    pdf = preparation_sheet_of(schedule, None)
    wanted = [
        (
            str(bag.number),
            packed(bag.amount, schedule.unit),
            packed(bag.concentration, f"{schedule.unit}/mL"),
            packed(bag.volume_ml, "mL"),
        )
        for bag in schedule.solutions
    ]
    assert all_read_as(numbered(pdf), wanted) == wanted
    assert faults(pdf) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []
