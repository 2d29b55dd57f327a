"""How far an export is, as signed text that travels with each request for the next part."""

from dataclasses import asdict, dataclass, replace
from uuid import UUID, uuid4

from django.core import signing
from django.http import QueryDict

from desens.access.models import User
from desens.access.roles import Permission
from review.department.forms import DepartmentForm
from review.department.wanted import Wanted

LONGEST_SECONDS = 3_600
FORMATS = ("csv", "xlsx")
_SALT = "review.department.export"


@dataclass(frozen=True, kw_only=True)
class Job:
    """Whose export of what, and how far: up to the key `last`, `rows` rows in `size` bytes of the file `name`."""

    name: str
    user: int
    with_identity: bool
    query: str
    kind: str
    last: int = 0
    rows: int = 0
    size: int = 0
    done: bool = False

    @property
    def wanted(self) -> Wanted | None:
        """The filter."""
        return DepartmentForm(QueryDict(self.query)).wanted()

    @property
    def token(self) -> str:
        """The job as signed text."""
        return signing.dumps(asdict(self), salt=_SALT, compress=True)

    def belongs_to(self, user: User) -> bool:
        """Whether it is this person's and shows what the person may see now."""
        return self.user == user.pk and self.with_identity == user.has(Permission.SEE_IDENTITY)

    def went_on(self, *, last: int, rows: int, size: int, done: bool) -> "Job":
        """The job after another part."""
        return replace(self, last=last, rows=self.rows + rows, size=size, done=done)


def new_job(*, query: str, kind: str, by: User) -> Job:
    """An export that has not begun."""
    return Job(
        name=uuid4().hex,
        user=by.pk,
        with_identity=by.has(Permission.SEE_IDENTITY),
        query=query,
        kind=kind if kind in FORMATS else FORMATS[0],
    )


def job_from(token: str, *, by: User) -> Job | None:
    """The job of a token, or None where it is none of ours, too old, or not this person's."""
    try:
        job = Job(**signing.loads(token, salt=_SALT, max_age=LONGEST_SECONDS))
    except signing.BadSignature:
        return None
    return job if job.belongs_to(by) and UUID(hex=job.name) else None
