"""The figures of a blind check as they are kept: canonical JSON, each as typed, with the strength they rest on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desens.audit.values import canonical
from desens.numbers.write import exact_text, read_exact
from protocols.checking.stock import Stock

SCHEMA = 1


@dataclass(frozen=True, kw_only=True)
class Entered:
    """Figures by key; `stock` is what the page stated of the product."""

    figures: Mapping[str, Decimal]
    stock: Stock


def entered_text(figures: Mapping[str, Decimal], stock: Stock) -> str:
    """The canonical text; typed zeros are kept, since they say how exactly somebody measured."""
    return canonical(
        {
            "schema": SCHEMA,
            "product": stock.product,
            "strength": None if stock.strength is None else exact_text(stock.strength),
            "bags_from_stock": sorted(stock.bags),
            "figures": {key: format(figure, "f") for key, figure in figures.items()},
        }
    )


def read_entered(text: str) -> Entered:
    """The inverse of `entered_text`; ValueError for a schema this program does not know."""
    stored: dict[str, Any] = json.loads(text)
    if stored.get("schema") != SCHEMA:
        raise ValueError(f"figures of a blind check of schema {stored.get('schema')}; known is {SCHEMA}")
    strength: Fraction | None = None if stored["strength"] is None else read_exact(stored["strength"])
    stock = Stock(product=stored["product"], strength=strength, bags=frozenset(stored["bags_from_stock"]))
    return Entered(figures={key: Decimal(typed) for key, typed in stored["figures"].items()}, stock=stock)
