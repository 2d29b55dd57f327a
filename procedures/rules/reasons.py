"""Reasons why a contradiction is true, as a row keeps them: a line "code: reason" each."""

from collections.abc import Iterable, Sequence

from procedures.rules.doubts import ROW


def kept_reasons(codes: Iterable[str], reason: str, *, row: str) -> str:
    """The lines of the doubts that belong to `row` (particulars or ending); "" where there are none."""
    return "\n".join(f"{code}: {reason}" for code in codes if ROW[code] == row)


def read_reasons(text: str) -> Sequence[tuple[str, str]]:
    """(code, reason) of each line; a line without a code is a reason for something unnamed, code ""."""
    found = []
    for line in text.splitlines():
        code, mark, reason = line.partition(": ")
        found.append((code, reason) if mark and code in ROW else ("", line))
    return found


def first_reason(text: str) -> str:
    """The first reason given, "" where none is kept."""
    return next((reason for _code, reason in read_reasons(text) if reason), "")
