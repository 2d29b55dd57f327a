"""Conditions of the database that several rows use."""

from collections.abc import Sequence

from django.db.models import CheckConstraint, Q

from desens.numbers.write import Exact


def within(model: str, **bounds: tuple[Exact, Exact]) -> tuple[CheckConstraint, ...]:
    """Each field is empty or lies within its bounds, both included."""
    return tuple(
        CheckConstraint(
            condition=Q(**{name: None}) | Q(**{f"{name}__gte": least, f"{name}__lte": most}), name=f"{model}_{name}"
        )
        for name, (least, most) in bounds.items()
    )


def one_of(model: str, **values: Sequence[str]) -> tuple[CheckConstraint, ...]:
    """Each field is one of its words."""
    return tuple(
        CheckConstraint(condition=Q(**{f"{name}__in": list(words)}), name=f"{model}_{name}")
        for name, words in values.items()
    )


def with_unit(model: str, **units: Sequence[str]) -> tuple[CheckConstraint, ...]:
    """Each figure stands with its unit out of these, in the field `<name>_unit`, or neither does."""
    return tuple(
        CheckConstraint(
            condition=Q(**{name: None, f"{name}_unit": ""})
            | Q(**{f"{name}__isnull": False, f"{name}_unit__in": list(words)}),
            name=f"{model}_{name}_unit",
        )
        for name, words in units.items()
    )
