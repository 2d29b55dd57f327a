"""What of the history stands on its one page: everything, or runs of alike cycles in one line, or nothing but
cycles and reactions, or the newest of them.

What is left out is said. Heights are counted in thousandths of a millimetre, from the widths of the letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from django.utils.translation import gettext as _

from reactions.documents.measuring import BOLD, REGULAR, lines_of
from review.history.courses import DrugCourse
from review.history.overview import Overview
from review.history.paper_lines import Line, brief_lines, every_line, merged_lines
from review.history.words import number

#: Of static/print/history.css: columns in mm, the width of a sign in tenths of a mm.
WIDTH_MM, STRIP_MM, CELL_MM_10 = 176, 58, 35
#: Line height of 1.25 for a tenth of a point: 1.25 x 0.3528 mm / 10, rounded up; the padding of a line; signs.
LINE, GAP, STRIP_LINE = 45, 700, 3_560
SIZES = {"": 80, "small": 70, "smallest": 60}
#: At the smallest size a run of days stands on one line.
DAY_MM = {"": 22, "small": 22, "smallest": 32}
HEAD_OF_COURSE_PT_10 = 100
#: Of the time line: the column of its names in mm, their size; a lane, the axis, what lies above and below.
NAME_MM, NAME_PT_10, LANE, AXIS, AROUND = 64, 65, 4_300, 4_100, 1_500
#: Smaller than this no time line is drawn beside: the lines are worth more.
WITH_PICTURE = ("", "small")


@dataclass(frozen=True, kw_only=True)
class PaperCourse:
    """One drug as it is printed, perhaps with its time line; `left_out` says what is missing, "" where nothing is."""

    drug: str
    summary: str
    lines: tuple[Line, ...]
    left_out: str
    picture: Overview | None = None


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """The courses, the class of their size, and what of the whole is condensed or missing."""

    courses: tuple[PaperCourse, ...]
    size: str
    notes: tuple[str, ...]


def fitted(courses: Sequence[DrugCourse], *, room: int) -> Fitted:
    """The first way that fits the room, in thousandths of a millimetre."""
    whole, merged, brief = (
        tuple(_printed(course, lines(course.entries)) for course in courses)
        for lines in (every_line, merged_lines, brief_lines)
    )
    alike = (_("Desensitizations that were tolerated alike stand in one line."),)
    beside = (_("Left out: skin tests, samples, adjuvant doses, assessments; the history on screen has them."),)
    notes = (*alike, *(beside if brief != merged else ()))
    ways: tuple[Way, ...] = ((whole, ()), (merged, alike if merged != whole else ()))
    found = chain(
        _pictured(courses, ways, room, sizes=WITH_PICTURE),
        _unpictured(ways, room),
        _pictured(courses, [(brief, notes)], room, sizes=tuple(SIZES)),
        _unpictured([(brief, notes)], room),
    )
    return next(found, None) or _shortened(brief, notes, room, picture=courses[0].picture)


Way = tuple[tuple[PaperCourse, ...], tuple[str, ...]]


def _shortened(courses: Sequence[PaperCourse], notes: Sequence[str], room: int, picture: Overview | None) -> Fitted:
    """Without the oldest lines; the time line of the first drug still shows when they were."""
    kept = _cut(list(courses), room - _of_picture(picture))
    missing = [course.drug for course in courses[len(kept) :]]
    left_out = [_("Left out: %(drugs)s.") % {"drugs": ", ".join(missing)}] if missing else []
    shown = [replace(course, picture=None if place else picture) for place, course in enumerate(kept)]
    return Fitted(courses=tuple(shown), size="smallest", notes=(*notes, *left_out))


def _pictured(
    courses: Sequence[DrugCourse], ways: Sequence[Way], room: int, *, sizes: Sequence[str]
) -> Iterator[Fitted]:
    """With as many time lines as there is room for, those of the first drugs; at least one."""
    pictures = [course.picture for course in courses]
    drawn = [place for place, picture in enumerate(pictures) if picture is not None]
    for size in sizes:
        for printed, notes in ways:
            left = room - _height(printed, size)
            fits = 0
            for place in drawn:
                left -= _of_picture(pictures[place])
                fits += left >= 0
            if not fits:
                continue
            last = drawn[fits - 1]
            some = (_("The time line is drawn of the first drugs only."),) if fits < len(drawn) else ()
            shown = (
                replace(course, picture=pictures[place] if place <= last else None)
                for place, course in enumerate(printed)
            )
            yield Fitted(courses=tuple(shown), size=size, notes=(*notes, *some))


def _unpictured(ways: Sequence[Way], room: int) -> Iterator[Fitted]:
    for size in SIZES:
        for printed, notes in ways:
            if _height(printed, size) <= room:
                yield Fitted(courses=printed, size=size, notes=notes)


def height(text: str, *, width_mm: int, size_pt_10: int, weight: int = BOLD) -> int:
    """Of a text in a column."""
    return lines_of(text, width_mm=width_mm, size_pt_10=size_pt_10, weight=weight) * size_pt_10 * LINE


def _printed(course: DrugCourse, lines: tuple[Line, ...]) -> PaperCourse:
    said = [course.total, course.period, *course.counts, *course.plans] if course.cycles else []
    nothing = _("No desensitization is recorded.")
    return PaperCourse(drug=course.drug, summary="; ".join(filter(None, said)) or nothing, lines=lines, left_out="")


def _height(courses: Sequence[PaperCourse], size: str) -> int:
    return sum(_of_course(course, size) for course in courses)


def _of_course(course: PaperCourse, size: str) -> int:
    head = height(course.drug, width_mm=WIDTH_MM, size_pt_10=HEAD_OF_COURSE_PT_10)
    texts = (course.summary, *([course.left_out] if course.left_out else ()))
    said = sum(height(text, width_mm=WIDTH_MM, size_pt_10=SIZES[size]) for text in texts)
    return head + said + 4 * GAP + sum(_of_line(line, size) for line in course.lines)


def _of_line(line: Line, size: str) -> int:
    points, days = SIZES[size], DAY_MM[size]
    strips = -(-line.cells // (STRIP_MM * 10 // CELL_MM_10)) * STRIP_LINE
    texts = ((line.day, days - 1), (line.text, WIDTH_MM - STRIP_MM - days - 1))
    return max(strips, *(height(text, width_mm=wide, size_pt_10=points, weight=REGULAR) for text, wide in texts)) + GAP


def _of_picture(picture: Overview | None) -> int:
    if picture is None:
        return 0
    notes = f"‖ {picture.broken} {picture.undrawn}"
    rows = [(lane.name, LANE) for lane in picture.lanes] + [(notes, AXIS)]
    told = (max(least, height(text, width_mm=NAME_MM, size_pt_10=NAME_PT_10)) for text, least in rows)
    return sum(told) + AROUND


def _cut(courses: list[PaperCourse], room: int) -> list[PaperCourse]:
    """Without the oldest lines of the longest course, and of many courses without the last, until it fits."""
    dropped = dict.fromkeys(range(len(courses)), 0)
    while courses and _height(courses, "smallest") > room:
        longest = max(range(len(courses)), key=lambda place: len(courses[place].lines))
        if len(courses[longest].lines) < 2:
            courses.pop()
            continue
        dropped[longest] += 1
        lines = courses[longest].lines[:-1]
        courses[longest] = replace(courses[longest], lines=lines, left_out=_left_out(dropped[longest], lines[-1].since))
    return courses


def _left_out(count: int, day: str) -> str:
    words = _("Left out: %(count)s earlier lines, before %(day)s; the history on screen has them.")
    return words % {"count": number(count), "day": day}
