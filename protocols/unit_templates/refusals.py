"""Why something about a template was not kept; the page says it and loses nothing."""

from protocols.engine import Finding
from protocols.models import Template


class StaleTemplateError(Exception):
    """Somebody made revision `latest` since the page was opened."""

    def __init__(self, latest: Template) -> None:
        super().__init__(f"revision {latest.revision} was made meanwhile")
        self.latest = latest


class RetiredError(Exception):
    """The template was retired: it takes no further revision, reading or signature."""


class BlockedError(ValueError):
    """The content has blockers; a template with one is not kept."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings


class OwnTemplateError(Exception):
    """The second reader is another person than the maker."""


class NothingToSignError(Exception):
    """The template's own schedule for this drug and dose has no such finding at these places."""


class WithdrawnError(Exception):
    """The signature was withdrawn meanwhile, by `by`."""

    def __init__(self, by: str) -> None:
        super().__init__(f"withdrawn by {by}")
        self.by = by


class SignedBeforeError(Exception):
    """The finding was signed for meanwhile, by `by`."""

    def __init__(self, by: str) -> None:
        super().__init__(f"signed by {by}")
        self.by = by
