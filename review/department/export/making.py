"""One part of an export after another."""

import csv
import io
from collections.abc import Iterable

from desens.numbers.spreadsheet import safe_row
from review.department.export import kept
from review.department.export.columns import columns
from review.department.export.job import Job
from review.department.export.reading import PART_KEYS, newest_key, part
from review.department.wanted import Wanted


def next_part(job: Job, wanted: Wanted) -> Job:
    """The job with the next range of keys written. Four queries, none of them open while anything is written."""
    if job.done:
        return job
    newest = newest_key()
    told = part(wanted, after=job.last)
    wide = columns(with_identity=job.with_identity)
    head = [] if job.size else [[str(each.head) for each in wide]]
    size = kept.append(job, lines([*head, *([each.cell(one) for each in wide] for one in told)], kind=job.kind))
    last = min(job.last + PART_KEYS, newest)
    return job.went_on(last=last, rows=len(told), size=size, done=last >= newest)


def lines(rows: Iterable[list[str]], *, kind: str) -> str:
    """The rows as CSV. In a file that is opened as it is, no cell is taken for a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(safe_row(row) if kind == "csv" else row for row in rows)
    return text.getvalue()
