"""Whatever is fed to the reader of specifications: a specification, or the one error it declares."""

from __future__ import annotations

import contextlib

from hypothesis import given

from protocols.engine import ContentError, NothingToCompute, compute, read_specification, to_contract
from tests.protocols.second.mutations import JUNK, mutated


def read_and_compute(data: object) -> None:
    with contextlib.suppress(ContentError, NothingToCompute):
        to_contract(compute(read_specification(data)))


@given(mutated())
def test_a_mutated_specification_raises_nothing_undeclared(data: object) -> None:
    read_and_compute(data)


@given(JUNK)
def test_anything_at_all_raises_nothing_undeclared(data: object) -> None:
    read_and_compute(data)
