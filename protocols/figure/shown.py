"""What a page shows of a delivery: the picture's addresses and its text, and the figures of the picture as a table."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from protocols.engine import Line, Schedule
from protocols.engine.delivery import Delivery, SolutionDelivery, StepDelivery, deliver
from protocols.figure.content import Content, content_of, token_of


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture in two shapes; `later` is the address from which a page that changes while one types fetches it."""

    wide: str
    narrow: str
    later: str
    alt: str


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """One step: from when to when, and its doses as set at the pump and as delivered."""

    number: int
    solution: int
    begins: Quantity
    ends: Quantity
    nominal: Quantity
    delivered: Quantity
    nominal_cumulative: Quantity
    delivered_cumulative: Quantity
    flush: bool


@dataclass(frozen=True, kw_only=True)
class BagRow:
    """One bag: hung when, first reaches the patient when (None: never), and where its drug ends."""

    number: int
    hung: Quantity | None
    arrives: Quantity | None
    amount: Quantity
    delivered: Quantity
    in_line: Quantity
    left: Quantity


@dataclass(frozen=True, kw_only=True)
class FigureView:
    """The include templates/protocols/_figure.html takes this as `figure`; `picture` is None where none can be had."""

    picture: Picture | None
    unit_text: str
    steps: tuple[StepRow, ...]
    bags: tuple[BagRow, ...]


def figure_view(schedule: Schedule, line: Line | None) -> FigureView:
    """The figure of an infused schedule and the line it was computed for."""
    delivery = deliver(schedule, line)
    content = content_of(schedule, delivery)
    token = token_of(content)
    return FigureView(
        picture=picture(token, content) if token else None,
        unit_text=Quantity.of(0, schedule.unit).unit_text,
        steps=tuple(_step(step, delivery) for step in delivery.steps),
        bags=tuple(_bag(bag, delivery) for bag in delivery.solutions),
    )


def picture(token: str, content: Content) -> Picture:
    """The picture that a token stands for."""
    return Picture(
        wide=reverse("figure_svg", args=[token, "wide"]),
        narrow=reverse("figure_svg", args=[token, "narrow"]),
        later=reverse("figure_picture", args=[token]),
        alt=described(content),
    )


def described(content: Content) -> str:
    """What the picture shows, in words."""
    arrival = content.delivered.first_arrival
    values = {
        "nominal": Quantity.of(content.nominal.total, content.unit),
        "delivered": Quantity.of(content.delivered.total, content.unit),
        "minutes": Quantity.of(content.minutes, "min"),
        "arrival": None if arrival is None else Quantity.of(arrival, "min"),
    }
    axes = _("Dose rate and cumulative dose against time, on a log scale.")
    if arrival is None:
        told = _("%(nominal)s are set at the pump over %(minutes)s; nothing reaches the patient.")
    elif content.nominal == content.delivered:
        told = _("%(delivered)s reach the patient over %(minutes)s, each step as it is set at the pump.")
    else:
        told = _(
            "%(nominal)s are set at the pump over %(minutes)s. The first drug reaches the patient after %(arrival)s; "
            "%(delivered)s reach the patient in all."
        )
    return f"{axes} {told % values}"


def _step(step: StepDelivery, delivery: Delivery) -> StepRow:
    return StepRow(
        number=step.number,
        solution=step.solution,
        begins=Quantity.of(step.begins, "min"),
        ends=Quantity.of(step.ends, "min"),
        nominal=Quantity.of(step.nominal_dose, delivery.unit),
        delivered=Quantity.of(step.delivered_dose, delivery.unit),
        nominal_cumulative=Quantity.of(step.nominal_cumulative, delivery.unit),
        delivered_cumulative=Quantity.of(step.delivered_cumulative, delivery.unit),
        flush=step.flush,
    )


def _bag(bag: SolutionDelivery, delivery: Delivery) -> BagRow:
    return BagRow(
        number=bag.number,
        hung=None if bag.hung_at is None else Quantity.of(bag.hung_at, "min"),
        arrives=None if bag.arrives_at is None else Quantity.of(bag.arrives_at, "min"),
        amount=Quantity.of(bag.amount, delivery.unit),
        delivered=Quantity.of(bag.delivered_amount, delivery.unit),
        in_line=Quantity.of(bag.in_line_amount, delivery.unit),
        left=Quantity.of(bag.left_in_bag_amount, delivery.unit),
    )
