"""A file that holds what its source prints: every figure agrees with what is computed, or is listed."""

from protocols.engine import (
    AnyEntry,
    ContentError,
    deviations,
)


def require_print_agrees(entry: AnyEntry) -> None:
    """A printed figure that is not computed is a slip, or a misprint that the file lists."""
    found, known = deviations(entry), tuple(erratum.deviation for erratum in entry.errata)
    for one in found:
        if one not in known:
            expected = f"{one.computed} as computed, not {one.printed}, or the misprint listed under errata"
            raise ContentError(key=f"printed, {one.where}, {one.column}", expected=expected)
    for one in known:
        if one not in found:
            expected = f"a misprint: what is computed agrees with {one.printed}, or has no such place"
            raise ContentError(key=f"errata, {one.where}, {one.column}", expected=expected)
