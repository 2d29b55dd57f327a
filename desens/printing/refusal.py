"""Why something was not printed."""


class CannotPrint(Exception):  # noqa: N818 - a sentence, as views catch it
    """Nothing was printed; `reason` says why, in the reader's language."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
